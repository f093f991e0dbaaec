package io.sluice.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.spi.FileRoots;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOpenerTest {
    @TempDir
    Path folder;

    private Path root;
    private Path outside;
    private FileRoots files;

    @BeforeEach
    void createsFiles() throws IOException {
        root = folder.toRealPath().resolve("root");
        outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
        files = FileRoots.within(List.of(root));
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/orders.csv"), "ours");
        Files.createDirectories(outside.resolve("b"));
        Files.writeString(outside.resolve("b/orders.csv"), "secret");
    }

    @Test
    void opensFilesInsideTheRoot() throws IOException {
        Path approved = files.existing("a/b/orders.csv");

        try (FileChannel channel = new FileOpener(files).open(approved, StandardOpenOption.READ)) {
            assertThat(channel.size()).isEqualTo(4);
        }
    }

    @Test
    void noticesAFolderSwappedForALinkAfterTheApproval() throws IOException {
        Path approved = files.existing("a/b/orders.csv");
        Files.move(root.resolve("a"), root.resolve("aside"));
        Files.createSymbolicLink(root.resolve("a"), outside);

        assertDenied(approved);
    }

    @Test
    void noticesAFileSwappedForALinkAfterTheApproval() throws IOException {
        Path approved = files.existing("a/b/orders.csv");
        Files.delete(approved);
        Files.createSymbolicLink(approved, outside.resolve("b/orders.csv"));

        assertDenied(approved);
    }

    @Test
    void saysWhenAFileIsGone() throws IOException {
        Path approved = files.existing("a/b/orders.csv");
        Files.delete(approved);

        assertThatThrownBy(() -> open(approved)).isInstanceOf(NoSuchFileException.class);
    }

    private void assertDenied(Path approved) {
        SluiceException failure = catchThrowableOfType(SluiceException.class, () -> open(approved));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(CommonError.PATH_DENIED);
    }

    private void open(Path approved) throws IOException {
        new FileOpener(files).open(approved, StandardOpenOption.READ).close();
    }
}
