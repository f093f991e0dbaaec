package io.sluice.engine.transform;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.data.Vector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values of columns as CEL knows them, and back. Whole numbers, floating point numbers, truth values, texts, bytes and
 * points in time are CEL's own; decimals, local dates and times, which CEL lacks, are their ISO text, so that
 * nothing is rounded unless the expression says {@code double(…)}. Columns whose names are no identifiers are reached
 * through {@code row["…"]}.
 */
final class ExpressionValues {
    static final String ROW = "row";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");
    private static final int NANOS_PER_MICRO = 1_000;

    private final Schema schema;
    private final Map<String, Integer> columns = new HashMap<>();

    ExpressionValues(Schema schema) {
        this.schema = schema;
        for (int column = 0; column < schema.size(); column++) {
            columns.putIfAbsent(schema.column(column).name(), column);
        }
    }

    /** The columns that are variables, with their types. */
    Map<String, CelType> types() {
        Map<String, CelType> types = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            if (IDENTIFIER.matcher(name).matches() && !RESERVED.contains(name) && !name.equals(ROW)) {
                types.put(name, NullableType.create(type(schema.column(column).type())));
            }
        });
        return types;
    }

    private static CelType type(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> SimpleType.BOOL;
            case LogicalType.Int whole -> isUnsigned(whole) ? SimpleType.UINT : SimpleType.INT;
            case LogicalType.Real ignored -> SimpleType.DOUBLE;
            case LogicalType.Binary ignored -> SimpleType.BYTES;
            case LogicalType.Instant ignored -> SimpleType.TIMESTAMP;
            case LogicalType.Decimal ignored -> SimpleType.STRING;
            case LogicalType.Text ignored -> SimpleType.STRING;
            case LogicalType.Bits ignored -> SimpleType.STRING;
            case LogicalType.Date ignored -> SimpleType.STRING;
            case LogicalType.Time ignored -> SimpleType.STRING;
            case LogicalType.Timestamp ignored -> SimpleType.STRING;
            case LogicalType.Interval ignored -> SimpleType.STRING;
            case LogicalType.Json ignored -> SimpleType.STRING;
            case LogicalType.Uuid ignored -> SimpleType.STRING;
        };
    }

    private static boolean isUnsigned(LogicalType.Int type) {
        return type.bits() == Long.SIZE && !type.signed();
    }

    /** The value of a variable in one row. */
    Optional<Object> find(String name, RowBatch rows, int row) {
        if (name.equals(ROW)) {
            Map<String, Object> all = new HashMap<>();
            columns.forEach((column, index) -> all.put(column, value(rows, row, index)));
            return Optional.of(all);
        }
        Integer column = columns.get(name);
        return column == null ? Optional.empty() : Optional.of(value(rows, row, column));
    }

    private Object value(RowBatch rows, int row, int column) {
        Vector vector = rows.vector(column);
        if (vector.isNull(row)) {
            return NullValue.NULL_VALUE;
        }
        LogicalType type = schema.column(column).type();
        return switch (vector) {
            case BoolVector bools -> bools.get(row);
            case DoubleVector doubles -> doubles.get(row);
            case DecimalVector decimals -> decimals.plain(row);
            case BytesVector bytes ->
                type instanceof LogicalType.Binary ? CelByteString.of(bytes.bytes(row, 0)) : bytes.string(row);
            case LongVector longs ->
                switch (type) {
                    case LogicalType.Int whole when isUnsigned(whole) -> UnsignedLong.fromLongBits(longs.get(row));
                    case LogicalType.Int ignored -> longs.get(row);
                    case LogicalType.Instant ignored -> instant(longs.get(row));
                    default -> rows.display(row, column);
                };
        };
    }

    private static Instant instant(long micros) {
        if (!Temporal.finite(micros)) {
            throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "An infinite time has no value in an expression");
        }
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, Temporal.MICROS_PER_SECOND),
                Math.floorMod(micros, Temporal.MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** @throws SluiceException PARAMETER_INVALID when no column can hold values of this kind */
    static LogicalType type(CelKind kind) {
        return switch (kind) {
            case BOOL -> new LogicalType.Bool();
            case INT -> LogicalType.Int.INT64;
            case UINT -> new LogicalType.Int(Long.SIZE, false);
            case DOUBLE -> new LogicalType.Real(Double.SIZE);
            case STRING, DYN, ANY -> LogicalType.Text.UNBOUNDED;
            case BYTES -> LogicalType.Binary.UNBOUNDED;
            case TIMESTAMP -> new LogicalType.Instant(6);
            case DURATION -> new LogicalType.Interval();
            default -> throw Columns.invalid("The expression gives a " + kind + ", which no column can hold");
        };
    }

    /** @param asText whether the column is of text because only the value tells its type */
    static void set(Object value, boolean asText, Vector to, int row) {
        if (value instanceof NullValue) {
            to.setNull(row);
            return;
        }
        switch (to) {
            case BoolVector bools when value instanceof Boolean truth -> bools.set(row, truth);
            case DoubleVector doubles when value instanceof Double number -> doubles.set(row, number);
            case LongVector longs when value instanceof Long number -> longs.set(row, number);
            case LongVector longs when value instanceof UnsignedLong number -> longs.set(row, number.longValue());
            case LongVector longs when value instanceof Instant time -> longs.set(row, micros(time));
            case BytesVector bytes
            when value instanceof CelByteString binary && !asText -> bytes.set(row, binary.toByteArray());
            case BytesVector bytes when isPlain(value) -> bytes.set(row, value.toString());
            default ->
                throw new SluiceException(
                        CommonError.VALUE_NOT_CONVERTIBLE,
                        "The expression gives a " + value.getClass().getSimpleName() + " that the column cannot hold");
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Instant
                || value instanceof java.time.Duration;
    }

    private static long micros(Instant time) {
        if (time.getNano() % NANOS_PER_MICRO != 0) {
            throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, time + " has more digits than microseconds");
        }
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), Temporal.MICROS_PER_SECOND),
                time.getNano() / NANOS_PER_MICRO);
    }
}
