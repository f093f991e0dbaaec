package io.sluice.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sluice.spi.FileRoots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
    /** Enough that the disk gets bytes before the end. */
    private static final int PIECES = 24;

    private static final int PIECE = 3 << 20;

    @TempDir
    Path folder;

    private PartFile create() throws IOException {
        Path part = folder.toRealPath().resolve(".t.part");
        return PartFile.create(new FileOpener(FileRoots.unrestricted()), part, Compression.NONE);
    }

    private static byte[] piece(int number) {
        byte[] bytes = new byte[PIECE];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aLargeFileIsCompleteAlthoughItWentToTheDiskOnTheWay() throws IOException {
        Path target = folder.resolve("t");
        try (PartFile part = create()) {
            for (int number = 0; number < PIECES; number++) {
                part.write(piece(number), 0, PIECE);
            }
            part.force();
            PartFile.publish(part.path(), target, true);
        }
        try (InputStream content = Files.newInputStream(target)) {
            for (int number = 0; number < PIECES; number++) {
                assertThat(content.readNBytes(PIECE)).isEqualTo(piece(number));
            }
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @Test
    void aLargeFileMayBeGivenUpAtAnyTime() throws IOException {
        for (int pieces = 10; pieces < 14; pieces++) {
            PartFile part = create();
            for (int number = 0; number < pieces; number++) {
                part.write(new byte[PIECE], 0, PIECE);
            }
            assertThat(catchThrowable(part::close)).isNull();
            Files.delete(part.path());
        }
        assertThat(folder).isEmptyDirectory();
    }
}
