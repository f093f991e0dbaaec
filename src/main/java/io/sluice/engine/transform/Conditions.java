package io.sluice.engine.transform;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.transform.Comparisons.Comparison;
import io.sluice.script.transform.Filter;
import io.sluice.script.transform.Filter.Operator;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes tests of rows from what a filter says. */
final class Conditions {
    private static final String NO_VALUE = "null";

    private final Schema schema;
    private final ConversionRules rules;

    Conditions(Schema schema, ConversionRules rules) {
        this.schema = schema;
        this.rules = rules;
    }

    FilterStage filter(Filter given) {
        boolean drop = given.matching() == Filter.Matching.DROP;
        if (given.expression() != null) {
            RowTest test = Expression.condition(given.expression(), schema);
            return new FilterStage(schema, -1, drop, batch -> test);
        }
        int column = Columns.find(schema, given.name(), given.columnIndex());
        return new FilterStage(
                schema, column, drop, condition(column, given.operator(), Objects.requireNonNull(given.value())));
    }

    private Function<RowBatch, RowTest> condition(int column, Operator operator, String value) {
        boolean noValue = value.equalsIgnoreCase(NO_VALUE);
        return switch (operator) {
            case LIKE -> like(column, value, true);
            case NOT_LIKE -> like(column, value, false);
            case EQUAL -> compared(column, value, noValue, order -> order == 0);
            case NOT_EQUAL -> compared(column, value, !noValue, order -> order != 0);
            case GREATER -> compared(column, value, false, order -> order > 0);
            case GREATER_OR_EQUAL -> compared(column, value, false, order -> order >= 0);
            case LESS -> compared(column, value, false, order -> order < 0);
            case LESS_OR_EQUAL -> compared(column, value, false, order -> order <= 0);
        };
    }

    /** Which orders meet a condition. */
    @FunctionalInterface
    private interface Orders {
        boolean accept(int order);
    }

    private Function<RowBatch, RowTest> compared(int column, String value, boolean ofNull, Orders orders) {
        Comparison comparison = comparison(column, value);
        RowTest test =
                (rows, row) -> rows.vector(column).isNull(row) ? ofNull : orders.accept(comparison.compare(rows, row));
        return batch -> test;
    }

    /** No number and no time is equal to "null". */
    private Comparison comparison(int column, String value) {
        LogicalType type = schema.column(column).type();
        boolean text = type.physical() == LogicalType.Physical.BYTES;
        return value.equalsIgnoreCase(NO_VALUE) && !text
                ? (rows, row) -> 1
                : Comparisons.of(type, column, value, rules);
    }

    /** Other types are compared as their text, which is made for the batch. */
    private Function<RowBatch, RowTest> like(int column, String value, boolean wanted) {
        Pattern pattern = Pattern.compile(value);
        boolean text = schema.column(column).type() instanceof LogicalType.Text;
        Schema asText = Columns.withType(schema, column, LogicalType.Text.UNBOUNDED);
        CastStage cast = text ? null : CastStage.of(schema, asText, rules);
        return batch -> {
            RowBatch texts = cast == null ? batch : cast.derive(batch);
            Outcome outcome = new Outcome();
            if (cast != null) {
                cast.run(batch, texts, outcome);
            }
            BoundedMatcher matcher = new BoundedMatcher(pattern);
            return (rows, row) -> texts.vector(column).isNull(row)
                    ? !wanted
                    : matcher.matches(texts.bytes(column).string(row)) == wanted;
        };
    }
}
