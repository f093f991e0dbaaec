package io.sluice.engine.transform;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Vector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CEL expression over the columns of a row. Loaded only when a task has one, because the language takes a second to
 * start. It can compute and compare and nothing else: it reaches no file, no class and no network, and ends by itself.
 */
final class Expression {
    private static final int MOST_ITERATIONS = 100_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();

    private final ExpressionValues values;
    private final CelRuntime.Program program;
    private final CelKind kind;

    private Expression(ExpressionValues values, CelRuntime.Program program, CelKind kind) {
        this.values = values;
        this.program = program;
        this.kind = kind;
    }

    /** What is wrong with the form of a text, whatever the columns are; null when nothing is. */
    static @Nullable String problem(String text) {
        try {
            compiler().build().parse(text).getAst();
            return null;
        } catch (CelValidationException e) {
            return message(e);
        }
    }

    /** @throws SluiceException PARAMETER_INVALID when the text does not fit the columns */
    static Expression compile(String text, Schema schema) {
        ExpressionValues values = new ExpressionValues(schema);
        CelCompilerBuilder compiler = compiler();
        values.types().forEach(compiler::addVar);
        compiler.addVar(ExpressionValues.ROW, MapType.create(SimpleType.STRING, SimpleType.DYN));
        try {
            CelAbstractSyntaxTree checked = compiler.build().compile(text).getAst();
            CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .addLibraries(CelExtensions.strings())
                    .build();
            return new Expression(
                    values,
                    runtime.createProgram(checked),
                    checked.getResultType().kind());
        } catch (CelValidationException e) {
            throw Columns.invalid("'" + text + "': " + message(e));
        } catch (CelEvaluationException e) {
            throw Columns.invalid("'" + text + "': " + e.getMessage());
        }
    }

    private static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings());
    }

    private static String message(CelValidationException problem) {
        return problem.getErrors().stream().map(CelIssue::getMessage).collect(Collectors.joining("; "));
    }

    /** A condition. @throws SluiceException PARAMETER_INVALID when the text is none */
    static RowTest condition(String text, Schema schema) {
        Expression expression = compile(text, schema);
        if (expression.kind != CelKind.BOOL && !expression.isDynamic()) {
            throw Columns.invalid("'" + text + "' is no condition: it gives no truth value");
        }
        return (rows, row) -> {
            Object value = expression.evaluate(rows, row);
            if (value instanceof Boolean met) {
                return met;
            }
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, "The condition gives " + value + ", neither true nor false");
        };
    }

    /** Whether only the value of a row tells its type; such a value is set as text. */
    boolean isDynamic() {
        return kind.isDyn();
    }

    /** The type of the column it fills. @throws SluiceException PARAMETER_INVALID when no column can hold its values */
    LogicalType type() {
        return ExpressionValues.type(kind);
    }

    /** Sets a row of a column of {@link #type}. @throws SluiceException VALUE_NOT_CONVERTIBLE when it has no value for the row */
    void set(RowBatch rows, int row, Vector to) {
        ExpressionValues.set(evaluate(rows, row), isDynamic(), to, row);
    }

    private Object evaluate(RowBatch rows, int row) {
        try {
            return program.eval(name -> values.find(name, rows, row));
        } catch (CelEvaluationException e) {
            throw new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, String.valueOf(e.getMessage()), e);
        }
    }
}
