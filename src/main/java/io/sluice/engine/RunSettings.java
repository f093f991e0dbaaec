package io.sluice.engine;

import io.sluice.engine.convert.ConversionRules;

/**
 * The settings of one run.
 *
 * @param concurrency most channels, at least 1
 * @param splitsPerChannel how many splits are asked for each channel when there are several, so that skew evens out
 * @param dryRun reads, changes and converts all rows and looks at the target, but writes nothing
 * @param verify compares source and target after a successful run
 * @param recovery what is done about transient failures
 */
public record RunSettings(
        int concurrency,
        int splitsPerChannel,
        DirtyLimit dirtyLimit,
        RunLimits limits,
        ConversionRules conversion,
        boolean dryRun,
        boolean verify,
        Recovery recovery) {
    public static final RunSettings DEFAULT = new RunSettings(
            1, 5, DirtyLimit.NONE_ALLOWED, RunLimits.NONE, ConversionRules.DEFAULT, false, false, Recovery.DEFAULT);

    public RunSettings {
        if (concurrency < 1 || splitsPerChannel < 1) {
            throw new IllegalArgumentException("A run has at least one channel and one split");
        }
    }

    public RunSettings withRecovery(Recovery other) {
        return new RunSettings(concurrency, splitsPerChannel, dirtyLimit, limits, conversion, dryRun, verify, other);
    }

    public RunSettings withConcurrency(int channels) {
        return new RunSettings(channels, splitsPerChannel, dirtyLimit, limits, conversion, dryRun, verify, recovery);
    }

    public RunSettings withDirtyLimit(DirtyLimit limit) {
        return new RunSettings(concurrency, splitsPerChannel, limit, limits, conversion, dryRun, verify, recovery);
    }

    public RunSettings withLimits(RunLimits other) {
        return new RunSettings(concurrency, splitsPerChannel, dirtyLimit, other, conversion, dryRun, verify, recovery);
    }

    public RunSettings withConversion(ConversionRules rules) {
        return new RunSettings(concurrency, splitsPerChannel, dirtyLimit, limits, rules, dryRun, verify, recovery);
    }

    public RunSettings withDryRun() {
        return new RunSettings(
                concurrency, splitsPerChannel, dirtyLimit, limits, conversion, true, false, recovery.withoutFailover());
    }

    public RunSettings withVerify() {
        return new RunSettings(concurrency, splitsPerChannel, dirtyLimit, limits, conversion, dryRun, true, recovery);
    }
}
