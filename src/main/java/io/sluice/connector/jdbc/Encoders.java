package io.sluice.connector.jdbc;

import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** Encoders that several systems share. */
public final class Encoders {
    private Encoders() {}

    public static ColumnEncoder whole() {
        return (statement, column, rows, row) ->
                statement.setLong(column + 1, rows.longs(column).get(row));
    }

    /** Numbers up to 2<sup>64</sup>-1; as text, because a parameter must keep one type for all rows of a batch. */
    public static ColumnEncoder unsignedLong() {
        return (statement, column, rows, row) -> statement.setString(
                column + 1, Long.toUnsignedString(rows.longs(column).get(row)));
    }

    public static ColumnEncoder real() {
        return (statement, column, rows, row) ->
                statement.setDouble(column + 1, rows.doubles(column).get(row));
    }

    /** For systems without NaN and infinities. */
    public static ColumnEncoder finiteReal() {
        return (statement, column, rows, row) -> {
            double value = rows.doubles(column).get(row);
            if (!Double.isFinite(value)) {
                throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "The target has no number " + value);
            }
            statement.setDouble(column + 1, value);
        };
    }

    public static ColumnEncoder bool() {
        return (statement, column, rows, row) ->
                statement.setBoolean(column + 1, rows.bools(column).get(row));
    }

    public static ColumnEncoder decimalText() {
        return (statement, column, rows, row) ->
                statement.setString(column + 1, rows.decimals(column).plain(row));
    }

    public static ColumnEncoder string() {
        return (statement, column, rows, row) ->
                statement.setString(column + 1, rows.bytes(column).string(row));
    }

    /** Text of at most {@code most} characters; servers cut superfluous blanks without a word. */
    public static ColumnEncoder stringUpTo(int most) {
        return (statement, column, rows, row) -> {
            String text = rows.bytes(column).string(row);
            if (text.length() > most && text.codePointCount(0, text.length()) > most) {
                throw new SluiceException(
                        JdbcError.VALUE_TOO_LONG,
                        "Text of %d characters does not fit %d".formatted(text.codePointCount(0, text.length()), most));
            }
            statement.setString(column + 1, text);
        };
    }

    public static ColumnEncoder bytes() {
        return (statement, column, rows, row) ->
                statement.setBytes(column + 1, rows.bytes(column).bytes(row, 0));
    }

    /** Spells a temporal value as text. */
    @FunctionalInterface
    public interface TextWriter {
        String write(TemporalWriter writer, long value);
    }

    /** Dates and times as text within bounds, which infinities never are. */
    public static ColumnEncoder temporal(TextWriter form, long least, long most) {
        TemporalWriter writer = new TemporalWriter();
        return (statement, column, rows, row) -> {
            long value = rows.longs(column).get(row);
            if (value < least || value > most) {
                String shown = Temporal.finite(value) ? form.write(writer, value) : "infinity";
                throw new SluiceException(
                        CommonError.VALUE_OUT_OF_RANGE, shown + " is outside what the target column can hold");
            }
            statement.setString(column + 1, form.write(writer, value));
        };
    }
}
