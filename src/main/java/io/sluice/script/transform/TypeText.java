package io.sluice.script.transform;

import io.sluice.spi.data.LogicalType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Types as scripts write them: {@code boolean}, {@code int8} to {@code int64}, {@code uint8} to {@code uint64},
 * {@code float}, {@code double}, {@code decimal(p,s)}, {@code text(n)}, {@code binary(n)}, {@code date},
 * {@code time(p)}, {@code timestamp(p)} (local), {@code instant(p)} (with zone), {@code json}, {@code uuid}. Without
 * numbers text, binary and decimal are unbounded and times have six digits. {@code long}, {@code string}, {@code bool}
 * and {@code bytes} are understood as DataX means them.
 */
public final class TypeText {
    private static final Pattern FORM =
            Pattern.compile("([a-z]+\\d*)(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,4})\\s*)?\\))?");
    private static final int MICROS = 6;

    private TypeText() {}

    /** @throws IllegalArgumentException for a text that names no type */
    public static LogicalType parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        LogicalType type = matcher.matches() ? type(matcher, text) : null;
        if (type == null) {
            throw new IllegalArgumentException("'" + text
                    + "' is no type; write for example int64, decimal(10,2), text(20), date, timestamp(6) or boolean");
        }
        return type;
    }

    /** A type as scripts write it, or the nearest that they can; for types they cannot write, its usual name. */
    public static String of(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> "boolean";
            case LogicalType.Int(int bits, boolean signed) -> (signed ? "int" : "uint") + bits;
            case LogicalType.Real real -> real.bits() == Float.SIZE ? "float" : "double";
            case LogicalType.Decimal(int precision, int scale) ->
                precision == 0 ? "decimal" : "decimal(" + precision + "," + scale + ")";
            case LogicalType.Text text -> sized("text", text.maxLength());
            case LogicalType.Binary binary -> sized("binary", binary.maxLength());
            case LogicalType.Bits bits -> sized("bits", bits.length());
            case LogicalType.Date ignored -> "date";
            case LogicalType.Time time -> "time(" + time.precision() + ")";
            case LogicalType.Timestamp timestamp -> "timestamp(" + timestamp.precision() + ")";
            case LogicalType.Instant instant -> "instant(" + instant.precision() + ")";
            case LogicalType.Interval ignored -> "interval";
            case LogicalType.Json ignored -> "json";
            case LogicalType.Uuid ignored -> "uuid";
        };
    }

    private static String sized(String name, int size) {
        return size == 0 ? name : name + "(" + size + ")";
    }

    private static @Nullable LogicalType type(Matcher form, String text) {
        String first = form.group(2);
        String second = form.group(3);
        String name = form.group(1);
        if (second != null && !name.equals("decimal")) {
            return null;
        }
        LogicalType plain = plain(name);
        if (plain != null) {
            return first == null ? plain : null;
        }
        return switch (name) {
            case "decimal" -> first == null ? LogicalType.Decimal.UNBOUNDED : decimal(first, second, text);
            case "text", "string" -> new LogicalType.Text(number(first, 0));
            case "binary", "bytes" -> new LogicalType.Binary(number(first, 0));
            case "time" -> new LogicalType.Time(digits(first, text), LogicalType.Time.Range.DAY);
            case "timestamp" -> new LogicalType.Timestamp(digits(first, text));
            case "instant" -> new LogicalType.Instant(digits(first, text));
            default -> null;
        };
    }

    private static @Nullable LogicalType plain(String name) {
        return switch (name) {
            case "boolean", "bool" -> new LogicalType.Bool();
            case "int8", "int16", "int32", "int64" -> new LogicalType.Int(Integer.parseInt(name.substring(3)), true);
            case "uint8", "uint16", "uint32", "uint64" ->
                new LogicalType.Int(Integer.parseInt(name.substring(4)), false);
            case "int" -> LogicalType.Int.INT32;
            case "long" -> LogicalType.Int.INT64;
            case "float" -> new LogicalType.Real(Float.SIZE);
            case "double" -> new LogicalType.Real(Double.SIZE);
            case "date" -> new LogicalType.Date();
            case "json" -> new LogicalType.Json();
            case "uuid" -> new LogicalType.Uuid();
            default -> null;
        };
    }

    private static LogicalType decimal(String precision, @Nullable String scale, String text) {
        LogicalType.Decimal type = new LogicalType.Decimal(number(precision, 0), number(scale, 0));
        if (type.precision() == 0 || type.scale() > type.precision()) {
            throw new IllegalArgumentException("'" + text + "' has fewer digits than stand behind the point");
        }
        return type;
    }

    private static int digits(@Nullable String given, String text) {
        int digits = number(given, MICROS);
        if (digits > MICROS) {
            throw new IllegalArgumentException("'" + text + "': times have at most " + MICROS + " digits");
        }
        return digits;
    }

    private static int number(@Nullable String given, int otherwise) {
        return given == null ? otherwise : Integer.parseInt(given);
    }
}
