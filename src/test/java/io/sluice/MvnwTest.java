package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script with a PATH and a home of its own, so that what this machine has installed plays no part. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw is a POSIX shell script")
class MvnwTest {
    private static final List<String> TOOLS =
            List.of("sed", "head", "tail", "sort", "mktemp", "mkdir", "rm", "mv", "chmod", "cat", "dirname", "uname");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void lendsBasicTools() throws IOException {
        path = Files.createDirectories(folder.resolve("path"));
        for (String tool : TOOLS) {
            Path original = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            writeProgram(path.resolve(tool), "exec " + original + " \"$@\"");
        }
    }

    @Test
    void usesTheJdkOfJavaHome() throws Exception {
        Path home = jdk("mine", "21.0.4");
        maven("3.9.9");

        Outcome outcome = run(Map.of("JAVA_HOME", home.toString()), "verify");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.text()).isEqualTo("Maven 3.9.9 on " + home + " does verify");
    }

    @Test
    void passesByAJdkThatIsTooOld() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path newest = jdk("home/.sdkman/candidates/java/25.0.9-tem", "25.0.9");
        jdk("home/.sdkman/candidates/java/26-open", "26");
        maven("3.9.9");

        Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), "verify");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.text()).contains("using the JDK in ", "does verify").doesNotContain(old + " does");
        assertThat(outcome.text()).doesNotContain("26-open").containsAnyOf(newest.toString(), "/usr", "/opt");
    }

    @Test
    void passesByAMavenThatIsTooOld() throws Exception {
        maven("3.8.5");

        Outcome outcome = run(environment(Path.of("/nowhere/maven.zip")), "verify");

        assertThat(outcome.status()).isOne();
        assertThat(outcome.text())
                .contains("no Maven 3.8.6 or newer found, fetching")
                .contains("could not be fetched", "https://maven.apache.org");
    }

    @Test
    void refusesAnArchiveThatWasTamperedWith() throws Exception {
        Path archive = Files.writeString(folder.resolve("maven.zip"), "not the archive");

        Outcome outcome = run(environment(archive), "verify");

        assertThat(outcome.status()).isOne();
        assertThat(outcome.text()).contains("not the expected one", "Nothing was unpacked");
        assertThat(folder.resolve("home/.m2/maven")).isEmptyDirectory();
    }

    @Test
    void reusesTheMavenItUnpackedEarlier() throws Exception {
        Path home = jdk("mine", "25");
        Path unpacked = folder.resolve("home/.m2/maven/apache-maven-3.9.16/bin/mvn");
        Files.createDirectories(unpacked.getParent());
        writeMaven(unpacked, "3.9.16");

        Outcome outcome = run(Map.of("JAVA_HOME", home.toString()), "clean", "verify");

        assertThat(outcome.text()).isEqualTo("Maven 3.9.16 on " + home + " does clean verify");
    }

    private Map<String, String> environment(Path archive) {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MAVEN_ARCHIVE",
                archive.toUri().toString());
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        writeProgram(home.resolve("bin/java"), "exit 1");
        writeProgram(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void maven(String version) throws IOException {
        writeMaven(path.resolve("mvn"), version);
    }

    private static void writeMaven(Path file, String version) throws IOException {
        writeProgram(file, """
                if [ "$1" = -version ]; then echo "Apache Maven VERSION (build)"; exit; fi
                echo "Maven VERSION on $JAVA_HOME does $*"
                """.replace("VERSION", version));
    }

    private static void writeProgram(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("./mvnw"), Stream.of(arguments)).toList();
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(environment);
        process.environment().put("PATH", path.toString());
        process.environment().put("HOME", folder.resolve("home").toString());
        Process running = process.start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(running.waitFor(), text.strip());
    }

    private record Outcome(int status, String text) {}
}
