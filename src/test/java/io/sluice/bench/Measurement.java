package io.sluice.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All runs of one way to do one transfer. */
final class Measurement {
    private static final Pattern RUN_SECONDS = Pattern.compile("\"seconds\":\\s*([0-9.]+)");

    private final List<MeasuredProcess> runs = new ArrayList<>();

    void add(MeasuredProcess run) {
        runs.add(run);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    double wall() {
        return median(run -> seconds(run.wall()));
    }

    double cpu() {
        return median(run -> seconds(run.cpu()));
    }

    /** The run by its own account, without the start of the process. */
    double runOnly() {
        return median(Measurement::reported);
    }

    double fastest() {
        return runs.stream().mapToDouble(run -> seconds(run.wall())).min().orElse(0);
    }

    double slowest() {
        return runs.stream().mapToDouble(run -> seconds(run.wall())).max().orElse(0);
    }

    /** The largest of all runs. */
    long peakMegabytes() {
        return runs.stream().mapToLong(MeasuredProcess::peakBytes).max().orElse(0) >> 20;
    }

    private double median(Function<MeasuredProcess, Double> value) {
        return runs.stream().map(value).sorted().toList().get(runs.size() / 2);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double reported(MeasuredProcess run) {
        Matcher found = RUN_SECONDS.matcher(run.output());
        if (!found.find()) {
            throw new IllegalStateException("No seconds in " + run.output());
        }
        return Double.parseDouble(found.group(1));
    }
}
