package io.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves one table along several paths with the packaged product and, in turn, with the native tool, compares what
 * arrived after every run, and writes the medians to {@code target/bench}. Settings: {@link BenchmarkSettings}.
 */
class TransferBenchmark {
    private final BenchmarkSettings settings = BenchmarkSettings.fromProperties();

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void measuresEveryPath() throws IOException {
        ResultTable results = new ResultTable(settings);
        try (BenchmarkServers servers = new BenchmarkServers(settings.rows(), folder)) {
            Transfers transfers = new Transfers(servers, settings.rows());
            for (String path : settings.paths()) {
                measure(transfers.transfer(path), results);
            }
            publish(results.markdown(Machine.describe(servers.versions())));
        }
    }

    private void measure(Transfer transfer, ResultTable results) throws IOException {
        String expected = transfer.expected();
        Measurement natives = new Measurement();
        Map<Integer, Measurement> ours = new LinkedHashMap<>();
        for (int run = 0; run < settings.runs(); run++) {
            Commands tool = transfer.nativeCommands();
            if (tool != null) {
                natives.add(measured(transfer, tool, expected));
            }
            for (int channels : settings.channels()) {
                ours.computeIfAbsent(channels, number -> new Measurement())
                        .add(measured(transfer, product(transfer, channels), expected));
            }
        }
        ours.forEach((channels, measurement) -> results.add(transfer, channels, natives, measurement));
    }

    private MeasuredProcess measured(Transfer transfer, Commands commands, String expected) {
        transfer.clear();
        MeasuredProcess run =
                MeasuredProcess.run(commands, folder.resolve("run.log")).requireSuccess();
        System.out.printf(
                "%s, %s: %d ms, CPU %d ms, %d MB %s%n",
                transfer.title(),
                Path.of(commands.programs().getFirst().getFirst()).getFileName(),
                run.wall().toMillis(),
                run.cpu().toMillis(),
                run.peakBytes() >> 20,
                run.output().strip());
        assertThat(transfer.moved()).as(transfer.title()).isEqualTo(expected);
        return run;
    }

    private Commands product(Transfer transfer, int channels) throws IOException {
        Path job = Files.writeString(folder.resolve("job.json"), transfer.job(channels, settings.writer()));
        List<String> command = new ArrayList<>(settings.script().map(List::of).orElseGet(this::packaged));
        command.addAll(List.of("run", job.toString(), "--json"));
        command.addAll(List.of("--checkpoint", folder.resolve("checkpoint").toString()));
        return Commands.of(Map.of("SLUICE_JAVA_OPTIONS", settings.javaOptions()), command);
    }

    private List<String> packaged() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings.javaOptions().split(" ")));
        command.addAll(List.of("-jar", System.getProperty("sluice.jar")));
        return command;
    }

    private static void publish(String markdown) throws IOException {
        Path file = Path.of("target", "bench", Machine.now().toString().replace(":", "") + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, markdown);
        System.out.println(markdown);
        System.out.println("Written to " + file);
    }
}
