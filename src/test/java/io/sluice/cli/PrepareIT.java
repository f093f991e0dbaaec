package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.PackagedCommand;
import io.sluice.testing.PreparedProduct;
import io.sluice.testing.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** A folder that {@code prepare} made, whose name has a blank and a quote in it. */
class PrepareIT {
    private static final String JOB = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "stream", "category": "reader", "name": "Reader",
               "parameter": {"column": [{"type": "string", "value": "a"}], "sliceRecordCount": %s}},
              {"stepType": "stream", "category": "writer", "name": "Writer", "parameter": {}}]}
            """;

    @TempDir
    private static Path place;

    private static final PreparedProduct PREPARED = PreparedProduct.shared();

    /** What a process that has ended left. */
    private record Ended(int status, String output) {}

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void itSaysWhatItDidAndThatAJobTaughtLittleBecauseItFailed() {
        assertThat(PREPARED.status()).as(PREPARED.output()).isZero();
        assertThat(PREPARED.output())
                .contains("A job failed", "Ready: " + PREPARED.folder().resolve("sluice"))
                .doesNotContain("AOT");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void aJobRunsFromTheCacheAndItsAnswerIsAsEver() throws Exception {
        Path log = place.resolve("classes.log");
        Path job = Files.writeString(place.resolve("job.json"), JOB.formatted(9));
        Ended run = script(
                Map.of("SLUICE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log.getFileName()),
                "run",
                job.toString(),
                "--json");
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("{\"state\":\"SUCCEEDED\",\"recordsRead\":9,");
        assertThat(cached(log, "io.sluice.engine.Engine")).isTrue();
        assertThat(Files.readAllLines(log).stream().filter(line -> !line.contains("shared objects file")))
                .hasSizeLessThan(400);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void aWrongJobIsRefusedWithTheSameStatus() throws Exception {
        assertThat(script(Map.of(), "run", place.resolve("none.json").toString())
                        .status())
                .isEqualTo(ExitCode.INVALID);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void theWorkbenchStartsFromItsCache() throws Exception {
        Path log = place.resolve("workbench-classes.log");
        try (Workbench workbench =
                Workbench.start(place.resolve("home"), Map.of("SLUICE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log))) {
            assertThat(workbench.setupLink()).contains("/setup?");
            assertThat(page(workbench, "/themes/sluice/tokens.css")).contains("--sl-");
            assertThat(page(workbench, "/aura/aura.css")).contains("--aura");
            assertThat(cached(log, "org.springframework.boot.SpringApplication"))
                    .isTrue();
            assertThat(cached(log, "com.vaadin.flow.server.VaadinServlet")).isTrue();
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void aFolderWithOtherFilesIsLeftAlone() throws Exception {
        Path other = Files.createDirectory(place.resolve("other"));
        Files.writeString(other.resolve("precious.txt"), "mine");
        Ended refused = packaged("prepare", other.toString());
        assertThat(refused.status()).isEqualTo(ExitCode.INVALID);
        assertThat(refused.output()).contains("FOLDER_NOT_EMPTY");
        assertThat(other.toFile().list()).containsExactly("precious.txt");
    }

    private static String page(Workbench workbench, String path) throws IOException {
        try (InputStream content = URI.create(workbench.url(path)).toURL().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean cached(Path log, String name) throws IOException {
        return Files.readAllLines(log).stream()
                .anyMatch(line -> line.contains(" " + name + " source: shared objects file"));
    }

    private static Ended packaged(String... arguments) throws Exception {
        return ended(PackagedCommand.of(List.of(), arguments));
    }

    private static Ended script(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(PREPARED.folder().resolve("sluice").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return ended(builder);
    }

    private static Ended ended(ProcessBuilder builder) throws Exception {
        Process process =
                builder.directory(place.toFile()).redirectErrorStream(true).start();
        String output = PackagedCommand.output(process);
        return new Ended(process.waitFor(), output);
    }
}
