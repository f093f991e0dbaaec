package io.sluice.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * A number in a file beside the embedded store, which the store has too. H2 opens a file that lost its end as it was
 * before, without a word; then the store's number is the smaller one.
 */
record StoreMark(Path file) {
    static StoreMark of(StoreSettings settings) {
        return new StoreMark(settings.home().resolve("store.mark"));
    }

    /** Empty when there is none, as in the folder of an earlier version. */
    OptionalLong read() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        } catch (IOException | NumberFormatException unreadable) {
            throw new StoreUnusableException(
                    "The file " + file + " cannot be read as a number.",
                    "Restore it from a backup of the folder, or remove it.",
                    unreadable);
        }
    }

    /** Replaces it as a whole, and returns when it is on the disk. */
    void write(long number) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        OwnerOnly.file(next);
        Files.writeString(next, number + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel written = FileChannel.open(next, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
