package io.sluice.connector.mysql;

import io.sluice.spi.data.LogicalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which keys MySQL and MariaDB order exactly as they compare them with a literal, and how such a literal is spelled. */
final class MysqlKeys {
    /**
     * Types whose order, equality and comparison with text are one. ENUM and SET are ordered by number but compared as
     * text, FLOAT is not equal to its text, and TEXT and JSON have no index over the whole value.
     */
    private static final Pattern ORDERED =
            Pattern.compile("(tinyint|smallint|mediumint|int|bigint|decimal|numeric|char|varchar|binary|varbinary"
                    + "|date|datetime|timestamp|uuid)\\b.*");

    private MysqlKeys() {}

    static boolean ordersBy(LogicalType type, String definition) {
        return ORDERED.matcher(definition.toLowerCase(Locale.ROOT)).matches() && spells(type);
    }

    private static boolean spells(LogicalType type) {
        return type instanceof LogicalType.Int
                || type instanceof LogicalType.Decimal
                || type instanceof LogicalType.Text
                || type instanceof LogicalType.Binary
                || type instanceof LogicalType.Date
                || type instanceof LogicalType.Timestamp
                || type instanceof LogicalType.Instant
                || type instanceof LogicalType.Uuid;
    }

    /** Bytes as hexadecimal digits, dates as the server writes them, everything else as it is. */
    static String text(String key, LogicalType type) {
        return switch (type) {
            case LogicalType.Binary ignored -> "HEX(" + key + ")";
            case LogicalType.Date ignored -> "CAST(" + key + " AS CHAR)";
            case LogicalType.Timestamp ignored -> "CAST(" + key + " AS CHAR)";
            case LogicalType.Instant ignored -> "CAST(" + key + " AS CHAR)";
            default -> key;
        };
    }

    /** Text travels as hexadecimal digits, so no quote, backslash or SQL mode can give it another meaning. */
    static String literal(LogicalType type, String text) {
        return switch (type) {
            case LogicalType.Int ignored -> new BigInteger(text).toString();
            case LogicalType.Decimal ignored -> new BigDecimal(text).toPlainString();
            case LogicalType.Binary ignored ->
                "X'" + HexFormat.of().formatHex(HexFormat.of().parseHex(text)) + "'";
            default -> "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
        };
    }
}
