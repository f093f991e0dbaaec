package io.sluice.connector.mysql;

import io.sluice.spi.TableDefinition.InstantChoice;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * A type of a new column.
 *
 * @param name in SQL, without its length when that may still change
 * @param length of text in characters and of binary in bytes; 0 for types that have none
 * @param widthOfUnit bytes of one unit of the length
 * @param fixed bytes of the row that do not depend on the length
 */
record MysqlColumnType(String name, int length, int widthOfUnit, int fixed, String reason) {
    static final int MOST_VARCHAR = 16_383;
    static final int MOST_VARBINARY = 65_532;
    private static final int CHARACTER = 4;
    private static final int MOST_CHAR = 255;
    private static final int MOST_DIGITS = 65;
    private static final int MOST_SCALE = 30;
    private static final int MOST_BITS = 64;
    private static final int LONG_POINTER = 12;
    private static final String TIMESTAMP = "TIMESTAMP";
    private static final int TIMESTAMP_BYTES = 7;
    private static final String RANGE = "from 1970 to 2038-01-19, on new servers of MariaDB to 2106";
    private static final String SAME = "the same type";

    static MysqlColumnType fixed(String name, int bytes, String reason) {
        return new MysqlColumnType(name, 0, 0, bytes, reason);
    }

    private static MysqlColumnType text(String name, int length, String reason) {
        return new MysqlColumnType(name, length, CHARACTER, 2, reason);
    }

    /** Text or bytes outside the row. */
    static MysqlColumnType outside(boolean text, long bytes, String reason) {
        String kind = text ? "TEXT" : "BLOB";
        if (bytes <= 255) {
            return fixed("TINY" + kind, LONG_POINTER, reason);
        } else if (bytes <= 65_535) {
            return fixed(kind, LONG_POINTER, reason);
        }
        return fixed((bytes <= 16_777_215 ? "MEDIUM" : "LONG") + kind, LONG_POINTER, reason);
    }

    boolean sized() {
        return length > 0;
    }

    boolean isText() {
        return widthOfUnit == CHARACTER;
    }

    int bytes() {
        return fixed + length * widthOfUnit;
    }

    String sql() {
        return sized() ? name + "(" + length + ")" : name;
    }

    static MysqlColumnType of(Column column, Instants instants) {
        String own = column.nativeType();
        return switch (column.type()) {
            case LogicalType.Bool ignored ->
                own.equals("BIT") ? fixed("BIT(1)", 1, SAME) : fixed("TINYINT(1)", 1, "0 and 1");
            case LogicalType.Int whole -> own.equals("YEAR") ? fixed("YEAR", 1, SAME) : whole(whole);
            case LogicalType.Real real -> real(real.bits());
            case LogicalType.Decimal decimal -> decimal(decimal);
            case LogicalType.Text text -> text(text);
            case LogicalType.Binary binary -> binary(binary.maxLength(), own.equals("BINARY"));
            case LogicalType.Bits(int length, boolean varying) -> bits(length, varying);
            case LogicalType.Date ignored -> fixed("DATE", 3, SAME);
            case LogicalType.Time time -> fixed("TIME(" + time.precision() + ")", 6, SAME);
            case LogicalType.Timestamp(int digits) ->
                fixed("DATETIME(" + digits + ")", 8, "date and time without zone, as they are");
            case LogicalType.Instant(int digits) -> instant(digits, own.equals(TIMESTAMP), instants);
            case LogicalType.Interval ignored -> text("VARCHAR", 64, "MySQL has no intervals; ISO-8601 text");
            case LogicalType.Json ignored -> fixed("JSON", LONG_POINTER, "MariaDB keeps the text, MySQL the meaning");
            case LogicalType.Uuid ignored ->
                own.equals("UUID")
                        ? fixed("UUID", 16, SAME)
                        : text("CHAR", 36, "the 36 characters of the UUID; only MariaDB has a type for it");
        };
    }

    private static MysqlColumnType whole(LogicalType.Int type) {
        String name = switch (type.bits()) {
            case 8 -> "TINYINT";
            case 16 -> "SMALLINT";
            case 24 -> "MEDIUMINT";
            case 32 -> "INT";
            default -> "BIGINT";
        };
        return fixed(name + (type.signed() ? "" : " UNSIGNED"), type.bits() / 8, SAME);
    }

    private static MysqlColumnType real(int bits) {
        return fixed(bits == 32 ? "FLOAT" : "DOUBLE", bits / 8, "the same type, without NaN and infinities");
    }

    private static MysqlColumnType decimal(LogicalType.Decimal type) {
        int digits = Math.max(type.precision(), type.scale());
        if (type.precision() > 0 && digits <= MOST_DIGITS && type.scale() <= MOST_SCALE) {
            return fixed("DECIMAL(" + digits + "," + type.scale() + ")", 32, SAME);
        }
        String reason = "DECIMAL ends at 65 digits, 30 of them behind the point; kept as text";
        return type.precision() == 0 || digits > MOST_VARCHAR - 3
                ? outside(true, Long.MAX_VALUE, reason)
                : text("VARCHAR", digits + 3, reason);
    }

    private static MysqlColumnType text(LogicalType.Text type) {
        int length = type.maxLength();
        if (length > MOST_VARCHAR || length == 0) {
            long bytes = length > 0 ? (long) CHARACTER * length : type.maxBytes();
            return outside(true, bytes == 0 ? Long.MAX_VALUE : bytes, "text longer than VARCHAR can be in utf8mb4");
        }
        boolean padded = type.blankPadded() && length <= MOST_CHAR;
        return text(padded ? "CHAR" : "VARCHAR", length, "text of as many characters, in utf8mb4");
    }

    private static MysqlColumnType binary(int length, boolean alwaysFull) {
        if (length == 0 || length > MOST_VARBINARY) {
            return outside(false, length == 0 ? Long.MAX_VALUE : length, "bytes of any length");
        }
        return alwaysFull && length <= MOST_CHAR
                ? new MysqlColumnType("BINARY", length, 1, 0, SAME)
                : new MysqlColumnType("VARBINARY", length, 1, 2, "as many bytes, never padded");
    }

    private static MysqlColumnType bits(int length, boolean varying) {
        if (length > 0 && length <= MOST_BITS && !varying) {
            return fixed("BIT(" + length + ")", 8, SAME);
        }
        String reason = varying
                ? "BIT would fill shorter values with zeros; kept as digits 0 and 1"
                : "BIT ends at 64; kept as digits 0 and 1";
        return length == 0 || length > MOST_VARCHAR
                ? outside(true, length == 0 ? Long.MAX_VALUE : length, reason)
                : text("VARCHAR", length, reason);
    }

    private static MysqlColumnType instant(int digits, boolean same, Instants instants) {
        if (same) {
            return fixed(TIMESTAMP + "(" + digits + ")", TIMESTAMP_BYTES, SAME);
        }
        return switch (instants) {
            case LOCAL ->
                fixed(
                        "DATETIME(" + digits + ")",
                        8,
                        "TIMESTAMP ends in 2038; DATETIME holds every instant as local time of the time zone that the"
                                + " task names, best UTC");
            case FEWER ->
                fixed(TIMESTAMP + "(" + digits + ")", TIMESTAMP_BYTES, "points in time, whatever the zone; " + RANGE);
        };
    }

    /** Null where a column leaves no choice. */
    static @Nullable InstantChoice choice(Column column, Instants made) {
        return column.type() instanceof LogicalType.Instant(int digits)
                        && !column.nativeType().equals(TIMESTAMP)
                ? new InstantChoice(made, "DATETIME(" + digits + ")", TIMESTAMP + "(" + digits + ")", RANGE)
                : null;
    }
}
