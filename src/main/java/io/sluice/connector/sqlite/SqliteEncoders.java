package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.ColumnEncoder;
import io.sluice.connector.jdbc.Encoders;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Binds values so that SQLite, which bends them to a column's affinity, stores exactly them. */
final class SqliteEncoders {
    /** A REAL names every decimal number of so many digits. */
    private static final int SAFE_DIGITS = 15;

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final long FINITE = Long.MAX_VALUE - 1;

    private SqliteEncoders() {}

    /** Whether a column of this declared type leaves text alone. */
    static boolean keepsText(String declared) {
        String name = declared.toUpperCase(Locale.ROOT);
        return name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT");
    }

    /** SQLite would store NaN as NULL, and loses the sign of zero. */
    static ColumnEncoder real() {
        return (statement, column, rows, row) -> {
            double value = rows.doubles(column).get(row);
            if (Double.isNaN(value)) {
                throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "SQLite has no NaN");
            }
            if (value == 0 && 1 / value < 0) {
                throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "SQLite would store -0.0 as 0.0");
            }
            statement.setDouble(column + 1, value);
        };
    }

    static ColumnEncoder decimal() {
        return (statement, column, rows, row) ->
                statement.setString(column + 1, safe(rows.decimals(column).plain(row)));
    }

    /** Text for a column that turns what looks like a number into one. */
    static ColumnEncoder anything() {
        return (statement, column, rows, row) -> {
            String text = rows.bytes(column).string(row);
            statement.setString(column + 1, NUMBER.matcher(text).matches() ? safe(text) : text);
        };
    }

    /** A number that SQLite keeps, as INTEGER or as REAL. */
    private static String safe(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "SQLite has no number " + number);
        }
        BigDecimal value = new BigDecimal(number.strip());
        BigDecimal bare = value.stripTrailingZeros();
        boolean whole = bare.scale() <= 0 && bare.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        if (!whole && bare.precision() > SAFE_DIGITS) {
            throw new SluiceException(
                    CommonError.VALUE_OUT_OF_RANGE,
                    number + " has more digits than SQLite keeps in a number; use a TEXT column");
        }
        return number;
    }

    static ColumnEncoder temporal(Encoders.TextWriter form) {
        return Encoders.temporal(form, -FINITE, FINITE);
    }
}
