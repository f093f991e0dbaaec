package io.sluice.connector.file;

import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in the making: written beside its target under a name that no listing finds, and moved to the target when it
 * is complete, so that readers see the whole file or none. It stays locked until it is closed; a second run that wants
 * to write the same file is turned away.
 */
public final class PartFile implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    /** The system copies what one call writes; larger calls would only take more memory. */
    private static final int LARGEST_WRITE = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final Compression compression;
    private final EarlyForce early;
    private @Nullable GZIPOutputStream packed;

    private PartFile(Path path, FileChannel channel, Compression compression) {
        this.path = path;
        this.channel = channel;
        this.compression = compression;
        this.early = new EarlyForce(channel);
    }

    /** Creates the part file, or takes over one that an ended process left. @throws SluiceException FILE_BUSY */
    public static PartFile create(FileOpener opener, Path path, Compression compression) throws IOException {
        FileChannel channel = opener.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw busy(path, null);
            }
            if (Files.notExists(path)) {
                throw busy(path, null);
            }
            channel.truncate(0);
            return new PartFile(path, channel, compression);
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw busy(path, sameProcess);
        } catch (SluiceException | IOException failure) {
            channel.close();
            throw failure;
        }
    }

    private static SluiceException busy(Path path, @Nullable Exception cause) {
        return new SluiceException(FileError.FILE_BUSY, "Another run is writing " + path, cause);
    }

    /** Where the part stands until it is published. */
    public Path path() {
        return path;
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            packAndWrite(bytes, from, length);
        } catch (IOException failure) {
            throw named(failure);
        }
    }

    /** The system does not say which file it is that its disk has no place for. */
    private SluiceException named(IOException failure) throws IOException {
        if (failure instanceof ClosedChannelException) {
            throw failure;
        }
        return new SluiceException(
                FileError.FILE_NOT_WRITTEN, "Cannot write %s: %s".formatted(path, failure.getMessage()), failure);
    }

    private void packAndWrite(byte[] bytes, int from, int length) throws IOException {
        switch (compression) {
            case NONE -> writeFully(ByteBuffer.wrap(bytes, from, length));
            case GZIP -> {
                if (packed == null) {
                    packed = new GZIPOutputStream(new ChannelOutput(), BUFFER);
                }
                packed.write(bytes, from, length);
            }
        }
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + LARGEST_WRITE));
            early.wrote(channel.write(bytes));
        }
    }

    /** Puts everything on the disk; a gzip member ends here, further bytes begin another, which readers join. */
    public void force() throws IOException {
        try {
            if (packed != null) {
                packed.finish();
                packed = null;
            }
            early.await();
            channel.force(true);
        } catch (IOException failure) {
            throw named(failure);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Moves a complete part to its target. Does nothing when an earlier call has moved it. */
    public static void publish(Path part, Path target, boolean mayReplace) throws IOException {
        if (!Files.exists(part) && Files.exists(target)) {
            return;
        }
        if (!mayReplace && Files.exists(target)) {
            throw new SluiceException(FileError.FILE_EXISTS, target + " has come into being since the run started");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a part that an ended run left. @return false when a run is writing it */
    public static boolean discard(FileOpener opener, Path part) throws IOException {
        try (FileChannel channel = opener.open(part, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return false;
            }
            Files.deleteIfExists(part);
            return true;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    /** Makes the names in a folder durable, where the system offers that. */
    public static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private final class ChannelOutput extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            writeFully(ByteBuffer.wrap(new byte[] {(byte) one}));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            writeFully(ByteBuffer.wrap(bytes, from, length));
        }
    }
}
