package io.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged product as a process of its own and measures the whole of it. */
final class ProductProcess {
    private static final long SAMPLE_MILLIS = 20;

    private ProductProcess() {}

    /** What one process needed, from its start to its end. */
    record Measured(int exit, Duration wall, Duration cpu, long peakBytes, String output) {}

    /**
     * Runs {@code java OPTIONS -jar sluice.jar ARGUMENTS}.
     *
     * @param log receives what the process says on standard error
     */
    static Measured run(List<String> options, List<String> arguments, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(System.getProperty("sluice.jar"));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        Duration cpu = Duration.ZERO;
        long peak = 0;
        while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            cpu = process.toHandle().info().totalCpuDuration().orElse(cpu);
            peak = Math.max(peak, peakBytes(process.pid()));
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Measured(process.exitValue(), wall, cpu, peak, output);
    }

    /** The largest resident set so far, as Linux counts it; 0 on systems that do not tell. */
    private static long peakBytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024L * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0L);
        } catch (IOException endedMeanwhile) {
            return 0L;
        }
    }
}
