package io.sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes Java's ahead-of-time caches: classes loaded, linked and profiled in a training run are there at once in later
 * runs of the same Java and jar (JEP 483, 514 and 515).
 */
final class StartCache {
    private static final int OLDEST_JAVA = 24;

    private final Path folder;
    private final Path jar;

    /** @param folder absolute; for the caches */
    StartCache(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /** Goes through what later runs will do, in a process that begins with the given command. */
    @FunctionalInterface
    interface Training {
        void run(List<String> java) throws IOException, InvalidInput, InterruptedException;
    }

    /** @param system the property {@code os.name} */
    static void requireSupport(Runtime.Version java, String system) throws InvalidInput {
        if (java.feature() < OLDEST_JAVA) {
            throw new InvalidInput(
                    "JAVA_TOO_OLD",
                    "prepare needs Java " + OLDEST_JAVA + " or newer; this is Java " + java.feature()
                            + ". Everything else works with this one too");
        }
        if (system.startsWith("Windows")) {
            throw new InvalidInput("NOT_SUPPORTED", "prepare makes a script for a POSIX shell, which Windows has not");
        }
    }

    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    void make(String name, Training training) throws IOException, InvalidInput, InterruptedException {
        Path cache = folder.resolve(name);
        Path learned = Files.createTempFile(folder, "learned", ".aotconf");
        try {
            Files.deleteIfExists(cache);
            training.run(command("-XX:AOTMode=record", "-XX:AOTConfiguration=" + learned, "-cp", jar.toString()));
            create(learned, cache);
        } finally {
            Files.deleteIfExists(learned);
        }
    }

    private void create(Path learned, Path cache) throws IOException, InvalidInput, InterruptedException {
        List<String> command = command(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + learned,
                "-XX:AOTCache=" + cache,
                "-cp",
                jar.toString());
        try (TrainedProcess process = TrainedProcess.start(command, folder)) {
            if (process.end() != ExitCode.SUCCEEDED || !Files.exists(cache)) {
                throw process.failed();
            }
        }
    }

    /** Java reports each class that it cannot keep, which is nobody's concern. */
    private List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(java().toString(), "-Xlog:disable"));
        command.addAll(List.of(options));
        return List.copyOf(command);
    }
}
