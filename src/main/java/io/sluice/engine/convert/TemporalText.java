package io.sluice.engine.convert;

import io.sluice.spi.data.Temporal;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes dates and times in the formats of a task. Reading is strict: the formats the task sets are tried
 * first, then ISO-8601 with any number of fraction digits, then the extra formats.
 */
final class TemporalText {
    private final @Nullable ZoneId zone;
    private final @Nullable DateTimeFormatter datetime;
    private final @Nullable DateTimeFormatter date;
    private final @Nullable DateTimeFormatter time;
    private final boolean datetimeEndsWithSeconds;
    private final List<DateTimeFormatter> first = new ArrayList<>();
    private final List<DateTimeFormatter> last = new ArrayList<>();

    /** @throws IllegalArgumentException for a pattern that is none */
    TemporalText(ConversionRules rules) {
        zone = rules.zone();
        datetime = unless(ConversionRules.DEFAULT.datetimeFormat(), rules.datetimeFormat());
        date = unless(ConversionRules.DEFAULT.dateFormat(), rules.dateFormat());
        time = unless(ConversionRules.DEFAULT.timeFormat(), rules.timeFormat());
        datetimeEndsWithSeconds = rules.datetimeFormat().endsWith("ss");
        for (DateTimeFormatter own : new DateTimeFormatter[] {datetime, date, time}) {
            if (own != null) {
                first.add(own);
            }
        }
        rules.extraFormats().forEach(pattern -> last.add(strict(pattern)));
    }

    private static @Nullable DateTimeFormatter unless(String usual, String pattern) {
        return pattern.equals(usual) ? null : strict(pattern);
    }

    /** Task patterns say {@code yyyy} and mean the year; a strict formatter calls that {@code uuuu}. */
    static DateTimeFormatter strict(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (char letter : pattern.toCharArray()) {
            quoted ^= letter == '\'';
            years.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return DateTimeFormatter.ofPattern(years.toString(), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    String writeDate(long days) {
        return date == null || !Temporal.finite(days) ? Spelling.date(days) : date.format(LocalDate.ofEpochDay(days));
    }

    String writeTimestamp(long micros) {
        if (datetime == null || !Temporal.finite(micros)) {
            return Spelling.timestamp(micros);
        }
        LocalDateTime local = Zones.local(micros);
        String text = datetime.format(local);
        return datetimeEndsWithSeconds
                ? Spelling.fraction(local.get(ChronoField.MICRO_OF_SECOND), new StringBuilder(text))
                        .toString()
                : text;
    }

    /** In the task's zone when it sets one, else with a Z. */
    String writeInstant(long micros) {
        return zone == null ? Spelling.instant(micros) : writeTimestamp(Zones.toLocal(micros, zone));
    }

    String writeTime(long micros) {
        boolean ofDay = micros >= 0 && micros < Temporal.MICROS_PER_DAY;
        return time == null || !ofDay ? Spelling.time(micros) : time.format(LocalTime.ofNanoOfDay(micros * 1_000));
    }

    /** Days since 1970-01-01. */
    long readDate(String text) {
        long infinite = infinity(text);
        if (infinite != 0) {
            return infinite;
        }
        Moment moment = read(text, "date");
        boolean atMidnight = moment.time() == null || moment.time() == 0;
        if (moment.day() == null || !atMidnight || moment.offset() != null) {
            throw Unfit.form(text, "date");
        }
        return moment.day();
    }

    /** Microseconds since 1970-01-01T00:00:00 by the local clock. */
    long readTimestamp(String text) {
        long infinite = infinity(text);
        if (infinite != 0) {
            return infinite;
        }
        Moment moment = read(text, "date and time");
        long local = moment.localMicros(text);
        if (moment.offset() == null) {
            return local;
        }
        if (zone == null) {
            throw Unfit.form(text, "local time; set setting.common.column.timeZone to convert it");
        }
        return Zones.toLocal(instant(local, moment.offset()), zone);
    }

    /** Microseconds since 1970-01-01T00:00:00Z. */
    long readInstant(String text) {
        long infinite = infinity(text);
        if (infinite != 0) {
            return infinite;
        }
        Moment moment = read(text, "date and time with a zone");
        long local = moment.localMicros(text);
        if (moment.offset() != null) {
            return instant(local, moment.offset());
        }
        if (zone == null) {
            throw Unfit.form(text, "point in time without a zone; set setting.common.column.timeZone");
        }
        return Zones.toInstant(local, zone);
    }

    /** Microseconds, possibly negative. */
    long readTime(String text) {
        Moment moment = read(text, "time");
        if (moment.time() == null || moment.day() != null || moment.offset() != null) {
            throw Unfit.form(text, "time");
        }
        return moment.time();
    }

    private static long infinity(String text) {
        return switch (text) {
            case "infinity" -> Temporal.POSITIVE_INFINITY;
            case "-infinity" -> Temporal.NEGATIVE_INFINITY;
            default -> 0;
        };
    }

    private static long instant(long localMicros, ZoneOffset offset) {
        return Math.subtractExact(localMicros, offset.getTotalSeconds() * Temporal.MICROS_PER_SECOND);
    }

    private Moment read(String text, String wanted) {
        Moment found = read(first, text);
        if (found == null) {
            found = IsoText.parse(text);
        }
        if (found == null) {
            found = read(last, text);
        }
        if (found == null) {
            throw Unfit.form(text, wanted + " in one of the task's formats");
        }
        return found;
    }

    private static @Nullable Moment read(List<DateTimeFormatter> formats, String text) {
        for (DateTimeFormatter format : formats) {
            ParsePosition position = new ParsePosition(0);
            boolean matches = format.parseUnresolved(text, position) != null;
            if (matches && position.getErrorIndex() < 0 && position.getIndex() == text.length()) {
                return Moment.of(format.parse(text));
            }
        }
        return null;
    }
}
