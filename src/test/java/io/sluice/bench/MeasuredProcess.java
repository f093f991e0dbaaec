package io.sluice.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one or several programs needed, from the start of the first to the end of the last.
 *
 * @param exits of all of them
 * @param cpu user and system time of all of them
 * @param peakBytes largest resident set of any of them
 * @param output of the last one, unless it went to a file
 * @param log where their standard error went
 */
record MeasuredProcess(List<Integer> exits, Duration wall, Duration cpu, long peakBytes, String output, Path log) {
    private static final long SAMPLE_MILLIS = 10;
    private static final Path NOTHING = Path.of("/dev/null");

    /** @param log receives what the programs say on standard error */
    static MeasuredProcess run(Commands commands, Path log) {
        try {
            Files.deleteIfExists(log);
            long start = System.nanoTime();
            List<Process> processes = ProcessBuilder.startPipeline(builders(commands, log));
            return watch(processes, start, commands.output() == null, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static List<ProcessBuilder> builders(Commands commands, Path log) {
        List<ProcessBuilder> builders = new ArrayList<>();
        for (List<String> program : commands.programs()) {
            ProcessBuilder builder = new ProcessBuilder(program).redirectError(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(commands.environment());
            builders.add(builder);
        }
        Path input = commands.input();
        File source = (input == null ? NOTHING : input).toFile();
        builders.getFirst().redirectInput(source);
        Path output = commands.output();
        if (output != null) {
            builders.getLast().redirectOutput(output.toFile());
        }
        return builders;
    }

    private static MeasuredProcess watch(List<Process> processes, long start, boolean keepOutput, Path log)
            throws IOException, InterruptedException {
        Duration[] cpu = new Duration[processes.size()];
        Arrays.fill(cpu, Duration.ZERO);
        long peak = 0;
        for (Process last : processes.reversed()) {
            while (!last.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                for (int i = 0; i < cpu.length; i++) {
                    cpu[i] = processes
                            .get(i)
                            .toHandle()
                            .info()
                            .totalCpuDuration()
                            .orElse(cpu[i]);
                    peak = Math.max(peak, peakBytes(processes.get(i).pid()));
                }
            }
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        String output = keepOutput
                ? new String(processes.getLast().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                : "";
        Duration all = List.of(cpu).stream().reduce(Duration.ZERO, Duration::plus);
        return new MeasuredProcess(processes.stream().map(Process::exitValue).toList(), wall, all, peak, output, log);
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

    MeasuredProcess requireSuccess() {
        if (exits.stream().anyMatch(exit -> exit != 0)) {
            throw new AssertionError("Exit status " + exits + ": " + output + said());
        }
        return this;
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
