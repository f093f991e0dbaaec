package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.SluiceException;
import java.time.DateTimeException;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts superfluous digits of a second off texts by making them zero, so that whichever format reads the text still does. A
 * text where that would change more than these digits stays as it is.
 */
final class TextFractions {
    private static final int MICRO_DIGITS = 6;
    private static final Pattern OF_CLOCK = Pattern.compile(":\\d{2}:\\d{2}[.,](\\d+)");
    private static final Pattern OF_SPAN = Pattern.compile("\\d\\.(\\d+)S$");

    private final Pattern pattern;
    private final ToLongFunction<String> reading;
    private final int kept;
    private final boolean towardsZero;

    private TextFractions(Pattern pattern, ToLongFunction<String> reading, int kept, boolean towardsZero) {
        this.pattern = pattern;
        this.reading = reading;
        this.kept = kept;
        this.towardsZero = towardsZero;
    }

    /** For columns of text or intervals that become times; null for all others. */
    static @Nullable TextFractions of(LogicalType source, LogicalType target, ConversionRules rules) {
        TemporalText formats = new TemporalText(rules);
        boolean text = source instanceof LogicalType.Text;
        if (text && target instanceof LogicalType.Timestamp timestamp) {
            return new TextFractions(OF_CLOCK, formats::readTimestamp, timestamp.precision(), false);
        }
        if (text && target instanceof LogicalType.Instant instant) {
            return new TextFractions(OF_CLOCK, formats::readInstant, instant.precision(), false);
        }
        if (text && target instanceof LogicalType.Time time) {
            return new TextFractions(OF_CLOCK, formats::readTime, time.precision(), true);
        }
        return source instanceof LogicalType.Interval && target instanceof LogicalType.Time time
                ? new TextFractions(OF_SPAN, ToTime::ofInterval, time.precision(), true)
                : null;
    }

    /** The text with fewer digits; null when it has none too many, or is no time. */
    @Nullable
    String cut(String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return null;
        }
        String shorter = zeroed(text, found, kept);
        if (shorter.equals(text)) {
            return null;
        }
        try {
            long whole = reading.applyAsLong(zeroed(text, found, MICRO_DIGITS));
            long unit = Powers.often(MICRO_DIGITS - kept);
            long expected = whole - (towardsZero ? whole % unit : Math.floorMod(whole, unit));
            return reading.applyAsLong(shorter) == expected ? shorter : null;
        } catch (SluiceException | DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }

    private static String zeroed(String text, Matcher found, int kept) {
        int from = Math.min(found.start(1) + kept, found.end(1));
        return text.substring(0, from) + "0".repeat(found.end(1) - from) + text.substring(found.end(1));
    }
}
