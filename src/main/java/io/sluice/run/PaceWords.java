package io.sluice.run;

import io.sluice.engine.RunLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A limit in the words of a run's log. */
final class PaceWords {
    private static final double MEGABYTE = 1 << 20;

    private PaceWords() {}

    static String of(RunLimits limits) {
        List<String> parts = new ArrayList<>();
        if (limits.bytesPerSecond() > 0) {
            parts.add(String.format(Locale.ROOT, "%.2f MB/s", limits.bytesPerSecond() / MEGABYTE));
        }
        if (limits.recordsPerSecond() > 0) {
            parts.add(String.format(Locale.ROOT, "%,d records/s", limits.recordsPerSecond()));
        }
        return parts.isEmpty() ? "unlimited" : String.join(" and ", parts);
    }
}
