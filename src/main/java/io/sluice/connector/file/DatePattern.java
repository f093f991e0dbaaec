package io.sluice.connector.file;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A pattern that the user declared, such as {@code dd/MM/yyyy HH:mm}, applied strictly in both directions. What it
 * holds decides the type: a date alone, a date and time, or an instant when it names a zone.
 */
public final class DatePattern {
    private static final String TIME_LETTERS = "HhKkmsSAnNaB";
    private static final String ZONE_LETTERS = "XxZzVO";

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final LogicalType type;

    private DatePattern(String pattern, DateTimeFormatter formatter, LogicalType type) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.type = type;
    }

    /** @throws IllegalArgumentException when it is no pattern */
    public static DatePattern of(String pattern) {
        String letters = pattern.replaceAll("'[^']*'", "");
        // The year of an era needs an era to be strict about; the proleptic year does not.
        String proleptic = unquotedYears(pattern);
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(proleptic, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        LogicalType type = containsAny(letters, ZONE_LETTERS)
                ? new LogicalType.Instant(6)
                : containsAny(letters, TIME_LETTERS) ? new LogicalType.Timestamp(6) : new LogicalType.Date();
        return new DatePattern(pattern, formatter, type);
    }

    private static String unquotedYears(String pattern) {
        StringBuilder converted = new StringBuilder(pattern);
        boolean quoted = false;
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            quoted ^= sign == '\'';
            if (sign == 'y' && !quoted) {
                converted.setCharAt(at, 'u');
            }
        }
        return converted.toString();
    }

    private static boolean containsAny(String text, String letters) {
        return text.chars().anyMatch(sign -> letters.indexOf(sign) >= 0);
    }

    public LogicalType type() {
        return type;
    }

    /** The value in the unit of {@link #type()}. @throws SluiceException VALUE_NOT_CONVERTIBLE */
    public long parse(CharSequence text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            return switch (type) {
                case LogicalType.Date ignored -> LocalDate.from(parsed).toEpochDay();
                case LogicalType.Instant ignored -> {
                    Instant instant = Instant.from(parsed);
                    yield micros(instant.getEpochSecond(), instant.getNano());
                }
                default -> {
                    LocalDateTime local = LocalDate.from(parsed).atTime(LocalTime.from(parsed));
                    yield micros(local.toEpochSecond(ZoneOffset.UTC), local.getNano());
                }
            };
        } catch (DateTimeException | ArithmeticException wrong) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, "'" + text + "' is no date of the form " + pattern, wrong);
        }
    }

    private static long micros(long seconds, int nanos) {
        if (nanos % 1000 != 0) {
            throw new DateTimeException("finer than a microsecond");
        }
        return Math.addExact(Math.multiplyExact(seconds, Temporal.MICROS_PER_SECOND), nanos / 1000);
    }

    /** A day as text. @throws SluiceException VALUE_NOT_CONVERTIBLE when the pattern asks for a time */
    public String formatDate(long day) {
        return format(LocalDate.ofEpochDay(day));
    }

    /** A local date and time as text. */
    public String formatTimestamp(long micros) {
        return format(local(micros));
    }

    /** An instant as text, as a clock in {@code zone} shows it. */
    public String formatInstant(long micros, ZoneId zone) {
        return format(ZonedDateTime.ofInstant(local(micros).toInstant(ZoneOffset.UTC), zone));
    }

    private static LocalDateTime local(long micros) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, Temporal.MICROS_PER_SECOND),
                (int) Math.floorMod(micros, Temporal.MICROS_PER_SECOND) * 1000,
                ZoneOffset.UTC);
    }

    private String format(TemporalAccessor value) {
        try {
            return formatter.format(value);
        } catch (DateTimeException wrong) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, value + " cannot be written as " + pattern, wrong);
        }
    }
}
