package io.sluice.studio.ui.form;

import io.sluice.spi.data.LogicalType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an element of a select list is, judged by its spelling alone. */
final class SqlText {
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,60}(?:\\.\\d{1,60})?");
    private static final Pattern PARAMETER = Pattern.compile("'?\\$\\{[^}]+}'?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$ ]*|`[^`]+`|\"[^\"]+\"|\\[[^\\]]+]");
    private static final Pattern CALL = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*\\s*\\(.*\\)", Pattern.DOTALL);
    private static final Set<String> WORDS = Set.of("null", "true", "false");
    private static final Set<String> NILADIC =
            Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

    private SqlText() {}

    static SourceColumn.Kind kind(String text) {
        String plain = text.strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        if (PARAMETER.matcher(plain).matches()) {
            return SourceColumn.Kind.PARAMETER;
        } else if (TEXT.matcher(plain).matches() || NUMBER.matcher(plain).matches() || WORDS.contains(lower)) {
            return SourceColumn.Kind.CONSTANT;
        } else if (CALL.matcher(plain).matches() || NILADIC.contains(lower)) {
            return SourceColumn.Kind.FUNCTION;
        }
        return NAME.matcher(plain).matches() ? SourceColumn.Kind.COLUMN : SourceColumn.Kind.EXPRESSION;
    }

    /** The type of a constant; null when only the database can tell. */
    static @Nullable LogicalType type(String text) {
        String plain = text.strip();
        if (plain.contains("${")) {
            return null;
        } else if (TEXT.matcher(plain).matches()) {
            String value = plain.substring(1, plain.length() - 1).replace("''", "'");
            return new LogicalType.Text(Math.max(1, value.codePointCount(0, value.length())));
        } else if (NUMBER.matcher(plain).matches()) {
            return number(new BigDecimal(plain));
        }
        return null;
    }

    private static LogicalType number(BigDecimal value) {
        if (value.scale() > 0) {
            return new LogicalType.Decimal(Math.max(value.precision(), value.scale()), value.scale());
        }
        int bits = value.toBigInteger().bitLength();
        if (bits < 32) {
            return LogicalType.Int.INT32;
        }
        return bits < 64 ? LogicalType.Int.INT64 : new LogicalType.Decimal(value.precision(), 0);
    }

    /** A name without the quotes around it; the name itself when it has none. */
    static String unquoted(String name) {
        String plain = name.strip();
        if (plain.length() < 3) {
            return plain;
        }
        char first = plain.charAt(0);
        char last = plain.charAt(plain.length() - 1);
        boolean quoted = first == last && (first == '`' || first == '"') || first == '[' && last == ']';
        String inner = plain.substring(1, plain.length() - 1);
        return quoted ? first == '[' ? inner : inner.replace("" + first + first, "" + first) : plain;
    }
}
