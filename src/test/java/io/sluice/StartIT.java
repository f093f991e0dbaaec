package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.Workbench;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar's way into the program; that the workbench starts is seen by every other browser test. */
class StartIT {
    private static final int JAVA_17 = 61;

    @TempDir
    Path folder;

    @Test
    void theFirstClassIsReadByAnOlderJavaThatIsThenToldWhatItLacks() throws IOException {
        try (JarFile jar = new JarFile(Workbench.jar().toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("io.sluice.Start");
            try (DataInputStream start =
                    new DataInputStream(jar.getInputStream(jar.getEntry("io/sluice/Start.class")))) {
                start.readInt();
                start.readUnsignedShort();
                assertThat(start.readUnsignedShort()).isEqualTo(JAVA_17);
            }
        }
    }

    @Test
    void theCommandLineRunsFromAFolderWithABlankInItsName() throws Exception {
        Path jar = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("a folder")).resolve("sluice.jar"), Workbench.jar());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).startsWith("Sluice ");
    }

    @Test
    void theCommandLineRunsWithoutTheLoaderOfTheWorkbench() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-jar",
                        Workbench.jar().toString(),
                        "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output)
                .contains("\nSluice ")
                .contains(" picocli.CommandLine ")
                .doesNotContain("springframework");
    }
}
