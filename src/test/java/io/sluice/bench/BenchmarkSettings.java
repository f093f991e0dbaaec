package io.sluice.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to measure, from system properties.
 *
 * @param paths {@code sluice.bench.paths}: ids of {@link Transfers}, by default all
 * @param rows {@code sluice.bench.rows}: rows of the table; the generator makes 50 times as many for each channel
 * @param channels {@code sluice.bench.channels}: each number is measured by itself
 * @param runs {@code sluice.bench.runs}: of which medians are taken
 * @param writer {@code sluice.bench.writer}: JSON members added to the parameters of our writers, for example
 *     {@code "batchSize": 4096}; shows what a setting costs
 * @param javaOptions {@code sluice.bench.java}: options of our process, separated by blanks
 * @param script {@code sluice.bench.script}: the script of a folder that {@code prepare} made, to be started instead of
 *     the jar
 */
record BenchmarkSettings(
        List<String> paths,
        int rows,
        List<Integer> channels,
        int runs,
        String writer,
        String javaOptions,
        Optional<String> script) {
    static BenchmarkSettings fromProperties() {
        return new BenchmarkSettings(
                list("sluice.bench.paths", String.join(",", Transfers.IDS)).toList(),
                Integer.getInteger("sluice.bench.rows", 2_000_000),
                list("sluice.bench.channels", "1").map(Integer::valueOf).toList(),
                Integer.getInteger("sluice.bench.runs", 3),
                System.getProperty("sluice.bench.writer", ""),
                System.getProperty("sluice.bench.java", "-Xmx256m"),
                Optional.ofNullable(System.getProperty("sluice.bench.script")));
    }

    private static Stream<String> list(String property, String byDefault) {
        return Stream.of(System.getProperty(property, byDefault).split(",")).map(String::strip);
    }
}
