package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.PackagedCommand;
import io.sluice.testing.Workbench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process of its own; how long it takes is measured, so nothing else runs meanwhile. */
@Tag("alone")
class CliIT {
    private static final String JOB = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "stream", "category": "reader", "name": "Reader",
               "parameter": {"column": [{"type": "string", "value": "\u20ac"}], "sliceRecordCount": %s}},
              {"stepType": "stream", "category": "writer", "name": "Writer", "parameter": {}}],
             "setting": {"errorLimit": {"record": 0}, "speed": {"concurrent": 1, "throttle": %s}}}
            """;
    private static final Duration LIMIT = Duration.ofMillis(1500);

    /** A machine that does something else meanwhile needs a few. */
    private static final int TRIES = 15;

    @TempDir
    private Path folder;

    @Test
    void aJobOfOneRowTakesLessThanASecondAndAHalf() throws Exception {
        Path job = job(JOB.formatted(1, false));
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < TRIES && best.compareTo(LIMIT) >= 0; i++) {
            long began = System.nanoTime();
            Process process = start("run", job.toString(), "--json");
            assertThat(PackagedCommand.output(process)).startsWith("{\"state\":\"SUCCEEDED\",\"recordsRead\":1,");
            assertThat(process.waitFor()).isZero();
            best = Collections.min(List.of(best, Duration.ofNanos(System.nanoTime() - began)));
        }
        assertThat(best).isLessThan(LIMIT);
    }

    @Test
    void loadsNoClassOfSpringsFramework() throws Exception {
        Process process = start(
                List.of("-Xlog:class+load"), "run", job(JOB.formatted(1, false)).toString());
        assertThat(PackagedCommand.output(process))
                .contains("picocli.CommandLine ", "io.sluice.engine.Engine")
                .doesNotContain("springframework", "ch.qos.logback");
        assertThat(process.waitFor()).isZero();
    }

    /** The loader reads libraries in the order in which it needs them, which must not decide what it finds. */
    @Test
    void noClassLiesInTwoLibraries() throws IOException {
        Map<String, String> places = new HashMap<>();
        List<String> twice = new ArrayList<>();
        try (ZipFile product = new ZipFile(Workbench.jar().toFile())) {
            for (ZipEntry library : Collections.list(product.entries())) {
                if (library.getName().startsWith("BOOT-INF/lib/")) {
                    for (String name : classes(product.getInputStream(library))) {
                        String other = places.putIfAbsent(name, library.getName());
                        if (other != null && !other.equals(library.getName())) {
                            twice.add(name + " in " + other + " and " + library.getName());
                        }
                    }
                }
            }
        }
        assertThat(places).hasSizeGreaterThan(10_000);
        assertThat(twice).isEmpty();
    }

    private static List<String> classes(InputStream library) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(library)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst("^META-INF/versions/\\d+/", "");
                if (name.endsWith(".class") && !name.equals("module-info.class")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    @Test
    void startsTheExpressionLanguageOnlyForAnExpression() throws Exception {
        String mapped = JOB.formatted(1, false)
                .replace(
                        "{\"stepType\": \"stream\", \"category\": \"writer\"",
                        "{\"stepType\": \"filter\", \"category\": \"map\", \"name\": \"Filter\", \"parameter\": {%s}},\n"
                                + "{\"stepType\": \"stream\", \"category\": \"writer\"");
        String comparison = mapped.replace("%s", "\"columnIndex\": 0, \"operator\": \"!=\", \"value\": \"x\"");
        Process without =
                start(List.of("-Xlog:class+load"), "run", job(comparison).toString());
        assertThat(PackagedCommand.output(without))
                .contains("io.sluice.engine.transform.FilterStage")
                .doesNotContain("dev.cel");
        assertThat(without.waitFor()).isZero();
        String expression = mapped.replace("%s", "\"expression\": \"row.size() == 1\"");
        Process with = start(List.of("-Xlog:class+load"), "run", job(expression).toString());
        assertThat(PackagedCommand.output(with)).contains("dev.cel.runtime.CelRuntime");
        assertThat(with.waitFor()).isZero();
    }

    @Test
    void anInvalidJobEndsWithTwo() throws Exception {
        Process process = start("check", job("{\"type\": \"job\"}").toString(), "--json");
        assertThat(PackagedCommand.output(process)).contains("\"code\":\"S010\"");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aSignalStopsTheRunAndEndsWith130() throws Exception {
        Path job = job(JOB.formatted(1_000_000_000L, "true, \"mbps\": 1"));
        Process process = start("run", job.toString(), "--json");
        try (BufferedReader log = process.errorReader()) {
            for (String line = log.readLine(); line != null && !line.contains("channels"); line = log.readLine()) {
                assertThat(process.isAlive()).isTrue();
            }
            // Not SIGINT, which whoever starts the tests in the background makes all their processes ignore.
            new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            // Five seconds are promised; a machine that is busy with something else gets as many again.
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(PackagedCommand.output(process)).contains("\"state\":\"CANCELLED\"");
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path job(String text) throws IOException {
        return Files.writeString(folder.resolve("job.json"), text);
    }

    private Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        return PackagedCommand.of(options, arguments)
                .redirectError(
                        options.isEmpty() && arguments[0].equals("run")
                                ? ProcessBuilder.Redirect.PIPE
                                : ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
