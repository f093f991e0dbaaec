package io.sluice.engine;

import io.sluice.spi.data.LogicalType;
import java.util.regex.Pattern;

/** Values of kept records as people read them, in the log and on screens. Files and replays keep the text. */
public final class ShownValue {
    private static final Pattern MOMENT = Pattern.compile("([+-]?\\d{4,}-\\d{2}-\\d{2})T(\\d.*)");

    private ShownValue() {}

    /** Date and time have a blank between them, as in previews; what is text stays as it is. */
    public static String of(String value, LogicalType type) {
        boolean moment = type instanceof LogicalType.Timestamp || type instanceof LogicalType.Instant;
        return moment ? MOMENT.matcher(value).replaceFirst("$1 $2") : value;
    }
}
