package io.sluice.connector.stream;

import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigProblem.Kind;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Makes generators of the columns a task describes. */
final class ColumnGenerators {
    private static final int MOST_FRACTION_DIGITS = 6;

    private ColumnGenerators() {}

    static Schema schema(StreamReadConfig config) {
        List<Column> columns = new ArrayList<>();
        for (StreamColumn column : config.column()) {
            String name = column.name() == null ? "column" + (columns.size() + 1) : column.name();
            columns.add(new Column(name, type(column)));
        }
        return new Schema(columns);
    }

    private static LogicalType type(StreamColumn column) {
        return switch (column.type()) {
            case STRING -> LogicalType.Text.UNBOUNDED;
            case LONG -> LogicalType.Int.INT64;
            case DOUBLE -> new LogicalType.Real(64);
            case DATE -> new LogicalType.Timestamp(fractionDigits(column.dateFormat()));
            case BOOL -> new LogicalType.Bool();
            case BYTES -> LogicalType.Binary.UNBOUNDED;
        };
    }

    private static int fractionDigits(String format) {
        int digits = (int) format.chars().filter(letter -> letter == 'S').count();
        return Math.min(MOST_FRACTION_DIGITS, digits);
    }

    static List<ConfigProblem> check(StreamReadConfig config) {
        List<ConfigProblem> problems = new ArrayList<>();
        if (config.column().isEmpty()) {
            problems.add(new ConfigProblem("column", Kind.MISSING, "At least one column is required"));
        }
        for (int i = 0; i < config.column().size(); i++) {
            try {
                of(config.column().get(i), Noise.of(0, 0, i));
            } catch (SluiceException e) {
                problems.add(
                        new ConfigProblem("column[" + i + "]", Kind.CONTRADICTION, String.valueOf(e.getMessage())));
            }
        }
        return problems;
    }

    static List<ColumnGenerator> of(StreamReadConfig config, int task) {
        List<ColumnGenerator> generators = new ArrayList<>();
        for (StreamColumn column : config.column()) {
            generators.add(of(column, Noise.of(config.seed(), task, generators.size())));
        }
        return generators;
    }

    private static ColumnGenerator of(StreamColumn column, Noise noise) {
        try {
            if (column.value() != null) {
                return Constants.of(column, column.value());
            }
            if (column.random() != null) {
                return RandomValues.of(column, column.random(), noise);
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw invalid("'" + (column.value() == null ? column.random() : column.value()) + "' does not fit type "
                    + column.type());
        }
        throw invalid("Either value or random is required");
    }

    static SluiceException invalid(String message) {
        return new SluiceException(CommonError.PARAMETER_INVALID, message);
    }
}
