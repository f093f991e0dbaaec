package io.sluice.run;

import io.sluice.engine.RunLimits;
import java.util.Locale;

/** A limit in the words of a run's log. */
final class PaceWords {
    private static final double MEGABYTE = 1 << 20;

    private PaceWords() {}

    /** Each combination is spelled out, so that its sentence can be found and said in other languages. */
    static String of(RunLimits limits) {
        String megabytes = String.format(Locale.ROOT, "%.2f", limits.bytesPerSecond() / MEGABYTE);
        String records = String.format(Locale.ROOT, "%,d", limits.recordsPerSecond());
        if (limits.bytesPerSecond() > 0 && limits.recordsPerSecond() > 0) {
            return megabytes + " MB/s and " + records + " records/s";
        }
        if (limits.bytesPerSecond() > 0) {
            return megabytes + " MB/s";
        }
        return limits.recordsPerSecond() > 0 ? records + " records/s" : "unlimited";
    }
}
