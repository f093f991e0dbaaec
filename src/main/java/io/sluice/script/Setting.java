package io.sluice.script;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a task runs.
 *
 * @param failoverEnable whether a run that failed for a transient reason is resumed once, where its checkpoints end
 * @param retry how often work is tried again before the run fails
 * @param dryRun whether only the checks before the run are made
 * @param distributed whether {@code executeMode} asks for a cluster
 * @param jvmOption options of the process; empty to leave them to the system
 * @param verify whether source and target are compared after a successful run
 */
public record Setting(
        DirtyPolicy dirtyPolicy,
        Speed speed,
        Conversion conversion,
        boolean failoverEnable,
        Retry retry,
        boolean dryRun,
        boolean distributed,
        String jvmOption,
        boolean verify) {
    /** Reads the settings of a script; what is missing or wrong takes its default. */
    public static Setting of(ScriptDocument document) {
        return new SettingReader(document).setting();
    }

    /** What happens to records that cannot be converted or are refused by the target. */
    public sealed interface DirtyPolicy {
        /** Up to this many are left out, one more fails the task; 0 fails it at the first. */
        record AtMost(long records) implements DirtyPolicy {}

        /** Any number is left out, but at the end the task fails when their share of all records is greater (0 to 1). */
        record AtMostShare(BigDecimal share) implements DirtyPolicy {}

        /** All of them are left out. */
        record Unlimited() implements DirtyPolicy {}
    }

    /**
     * Limits of the whole job.
     *
     * @param concurrent channels at the same time, 1 to 32
     * @param bytesPerSecond empty for no limit
     * @param recordsPerSecond empty for no limit
     */
    public record Speed(int concurrent, OptionalLong bytesPerSecond, OptionalLong recordsPerSecond) {}

    /**
     * How often work is tried again after a transient failure.
     *
     * @param conflicts tries of a batch after a deadlock or lock timeout
     * @param connections tries to get a lost connection back
     */
    public record Retry(int conflicts, int connections) {
        public static final Retry DEFAULT = new Retry(8, 8);
    }

    /**
     * How text becomes date and time, and the reverse; patterns as in {@link java.time.format.DateTimeFormatter}.
     *
     * @param timeZone empty when the script names none
     * @param extraFormats tried after the other formats when a text is read
     */
    public record Conversion(
            Optional<ZoneId> timeZone,
            String datetimeFormat,
            String dateFormat,
            String timeFormat,
            List<String> extraFormats,
            String encoding) {
        public static final Conversion DEFAULT = new Conversion(
                Optional.empty(), "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "HH:mm:ss", List.of("yyyyMMdd"), "utf-8");

        public Conversion {
            extraFormats = List.copyOf(extraFormats);
        }
    }
}
