package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.PackagedCommand;
import io.sluice.testing.Workbench;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Process process = PackagedCommand.of(jar, List.of(), "--version")
                .redirectErrorStream(true)
                .start();
        String output = PackagedCommand.output(process);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).startsWith("Sluice ");
    }
}
