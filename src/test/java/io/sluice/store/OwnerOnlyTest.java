package io.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class OwnerOnlyTest {
    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void othersCanOpenNeitherTheNewHomeNorItsStore(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("new").resolve("home");
        try (Services services = StoreKind.H2.start(home)) {
            assertThat(permissions(services.get(Home.class).folder())).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("store.mv.db"))).isEqualTo("rw-------");
        }
        assertThat(permissions(home.resolve("store.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void openStoreOfAnEarlierVersionIsClosedToOthers(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));
        Path store = Files.createFile(home.resolve("store.mv.db"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r--r--"));
        try (Services services = StoreKind.H2.start(home)) {
            assertThat(permissions(services.get(StoreSettings.class).file())).isEqualTo("rw-------");
            assertThat(permissions(home)).isEqualTo("rwxr-x---");
        }
    }
}
