package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRootsTest {
    @TempDir
    Path folder;

    private Path root;
    private Path outside;
    private FileRoots files;

    @BeforeEach
    void createsRootAndNeighbour() throws IOException {
        root = folder.toRealPath().resolve("root");
        outside = Files.createDirectories(folder.toRealPath().resolve("root-neighbour"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        files = FileRoots.within(List.of(root));
        Files.writeString(root.resolve("orders.csv"), "1");
    }

    @Test
    void findsWhatLiesInside() throws IOException {
        assertThat(files.existing("orders.csv")).isEqualTo(root.resolve("orders.csv"));
        assertThat(files.existing(root.resolve("orders.csv").toString())).isEqualTo(root.resolve("orders.csv"));
        assertThat(files.existing("./orders.csv")).isEqualTo(root.resolve("orders.csv"));
        assertThat(files.existing(".")).isEqualTo(root);
    }

    @Test
    void saysWhenSomethingInsideIsMissing() {
        assertThatThrownBy(() -> files.existing("missing.csv")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../etc/passwd",
                "../root-neighbour/secret.txt",
                "..%2f..%2fetc%2fpasswd",
                "/data/in/..%2f..%2f",
                "%2e%2e/secret.txt",
                "\\\\server\\share\\file",
                "//server/share/file",
                "..\\..\\etc\\passwd",
                "file:///etc/passwd",
                "http://localhost/file",
                "orders.csv\u0000.txt",
                ".."
            })
    void deniesWhatLiesOutside(String path) {
        assertDenied(() -> files.existing(path));
        assertDenied(() -> files.target(path));
    }

    @Test
    void deniesANeighbourWhoseNameBeginsLikeTheRoot() {
        assertDenied(() -> files.existing(outside.resolve("secret.txt").toString()));
    }

    @Test
    void deniesLinksThatLeadOutside() throws IOException {
        Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("way"), outside);
        Files.createSymbolicLink(root.resolve("dangling.txt"), outside.resolve("new.txt"));

        assertDenied(() -> files.existing("link.txt"));
        assertDenied(() -> files.existing("way/secret.txt"));
        assertDenied(() -> files.target("link.txt"));
        assertDenied(() -> files.target("way/new.txt"));
        assertDenied(() -> files.target("dangling.txt"));
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        Files.createSymbolicLink(root.resolve("today.csv"), root.resolve("orders.csv"));

        assertThat(files.existing("today.csv")).isEqualTo(root.resolve("orders.csv"));
    }

    @Test
    void namesTargetsThatDoNotExistYet() throws IOException {
        assertThat(files.target("new/folder/out.csv")).isEqualTo(root.resolve("new/folder/out.csv"));
        assertThat(files.target("orders.csv")).isEqualTo(root.resolve("orders.csv"));
    }

    @Test
    void letsEverythingThroughWithoutRoots() throws IOException {
        FileRoots everything = FileRoots.unrestricted();

        assertThat(everything.existing(outside.resolve("secret.txt").toString()))
                .isEqualTo(outside.resolve("secret.txt"));
        assertThat(everything.target(outside + "/a/../b.txt")).isEqualTo(outside.resolve("b.txt"));
        assertThat(everything.roots()).isEmpty();
    }

    private static void assertDenied(ThrowingCallable call) {
        SluiceException failure = catchThrowableOfType(SluiceException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(CommonError.PATH_DENIED);
    }
}
