package io.sluice.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that teaches, without the settings of the one who prepares: these may name a real store. What it prints is
 * kept for the case that it fails.
 */
final class TrainedProcess implements AutoCloseable {
    private static final long MINUTES = 5;
    private static final int LAST_LINES = 20;
    private static final List<String> KEPT = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private final Process process;
    private final Path log;

    private TrainedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static TrainedProcess start(List<String> command, Path folder) throws IOException {
        Path log = Files.createTempFile("sluice-prepare", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().retainAll(KEPT);
        return new TrainedProcess(builder.start(), log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as a service is ended. */
    void stop() {
        process.destroy();
    }

    /** Waits for its end and gives its exit status. */
    int end() throws InvalidInput, InterruptedException, IOException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw failed();
        }
        return process.exitValue();
    }

    /** What to say when it did not do what it was started for. */
    InvalidInput failed() throws IOException {
        List<String> lines =
                Files.readString(log, Charset.defaultCharset()).lines().toList();
        return new InvalidInput(
                "NOT_PREPARED",
                "A start did not end as it should. It printed last:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
