package io.sluice.engine;

import java.util.Locale;

/** Words of the statistics line and of the summary in the log. */
final class Summary {
    private static final double STEP = 1024;
    private static final double MILLIS = 1000;

    private Summary() {}

    static String line(RunStatistics now) {
        return String.format(
                Locale.ROOT,
                "%,d records read, %,d written, %,d dirty%s | %s at %,.0f records/s, %s/s | splits %d of %d"
                        + " | reader busy %.0f %%, writer busy %.0f %%",
                now.recordsRead(),
                now.recordsWritten(),
                now.recordsDirty(),
                filtered(now.recordsFiltered()),
                volume(now.bytes()),
                now.recordsPerSecond(),
                volume(now.bytesPerSecond()),
                now.splitsDone(),
                now.splitsTotal(),
                now.readerBusy() * 100,
                now.writerBusy() * 100);
    }

    private static String filtered(long records) {
        return records == 0 ? "" : String.format(Locale.ROOT, ", %,d filtered", records);
    }

    static String of(RunResult ended, Meter meter) {
        RunStatistics all = ended.statistics();
        return String.format(
                Locale.ROOT,
                """
                Run %s
                  duration         %.3f s, of it %.3f s transfer
                  records read     %,d
                  records written  %,d
                  records dirty    %,d
                  records filtered %,d
                  volume           %s
                  speed            %,.0f records/s, %s/s
                  busy             reader %.0f %%, writer %.0f %%""",
                outcome(ended.outcome()),
                all.elapsed().toMillis() / MILLIS,
                meter.transferSeconds(),
                all.recordsRead(),
                all.recordsWritten(),
                all.recordsDirty(),
                all.recordsFiltered(),
                volume(all.bytes()),
                all.recordsPerSecond(),
                volume(all.bytesPerSecond()),
                all.readerBusy() * 100,
                all.writerBusy() * 100);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    static String failure(Failure failure) {
        String advice = failure.code().advice();
        String step = failure.stepName() == null ? "" : " in step " + failure.stepName();
        return failure.code().name() + step + ": "
                + (advice.isEmpty() ? failure.message() : sentence(failure) + advice);
    }

    /** Messages of servers and drivers end as they like. */
    private static String sentence(Failure failure) {
        String message = failure.message().strip();
        boolean ended = message.endsWith(".") || message.endsWith("!") || message.endsWith("?");
        return message + (ended ? " " : ". ");
    }

    private static String volume(double bytes) {
        if (bytes < STEP) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        String unit = "KB";
        double value = bytes / STEP;
        for (String larger : new String[] {"MB", "GB", "TB"}) {
            if (value < STEP) {
                break;
            }
            value /= STEP;
            unit = larger;
        }
        return String.format(Locale.ROOT, "%.2f %s", value, unit);
    }
}
