package io.sluice.engine.convert;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task's choices for conversions between text and temporal types ({@code setting.common.column}).
 *
 * @param zone zone of local times where they meet instants; null when the task names none, and then such a conversion
 *     is refused
 * @param datetimeFormat pattern of {@link java.time.format.DateTimeFormatter}
 * @param dateFormat as datetimeFormat
 * @param timeFormat as datetimeFormat
 * @param extraFormats patterns tried after the others when text is read
 */
public record ConversionRules(
        @Nullable ZoneId zone, String datetimeFormat, String dateFormat, String timeFormat, List<String> extraFormats) {
    public static final ConversionRules DEFAULT =
            new ConversionRules(null, "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "HH:mm:ss", List.of("yyyyMMdd"));

    public ConversionRules {
        extraFormats = List.copyOf(extraFormats);
    }

    public ConversionRules withZone(ZoneId other) {
        return new ConversionRules(other, datetimeFormat, dateFormat, timeFormat, extraFormats);
    }
}
