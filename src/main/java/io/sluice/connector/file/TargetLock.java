package io.sluice.connector.file;

import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says that a run of this process writes the files of one name, whatever their parts are called: an empty file beside them
 * with the process in its name, which the process keeps locked. The system lets go of the lock when the process ends.
 *
 * <p>Files of this process are never opened twice, as a process loses its lock of a file when it closes the file anywhere.
 * One who begins makes his file first and looks for those of others then: so of two who begin together at most one goes on.
 */
public final class TargetLock implements AutoCloseable {
    private static final String ENDING = ".lock";

    private final Path path;
    private final FileChannel channel;

    private TargetLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param target what is written
     * @throws SluiceException FILE_BUSY when another run has it, of this or another process
     */
    public static TargetLock take(FileOpener opener, Path target) throws IOException {
        Path path = file(target, ProcessHandle.current());
        TargetLock taken = new TargetLock(path, created(opener, path, target));
        try {
            boolean mine = taken.channel.tryLock() != null && Files.exists(path);
            if (!mine || othersWrite(opener, target, path)) {
                throw busy(target);
            }
            return taken;
        } catch (SluiceException | IOException failure) {
            taken.close();
            throw failure;
        }
    }

    private static FileChannel created(FileOpener opener, Path path, Path target) throws IOException {
        try {
            return opener.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException ours) {
            throw busy(target);
        }
    }

    /** Two processes with one number, one after the other or on two machines, did not start at the same moment. */
    private static Path file(Path target, ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return target.resolveSibling("." + target.getFileName() + "." + process.pid() + "-" + started + ENDING);
    }

    private static SluiceException busy(Path target) {
        return new SluiceException(FileError.FILE_BUSY, "Another run is writing " + target);
    }

    /** Removes what processes have left that have ended. */
    public static void clearUp(FileOpener opener, Path target) throws IOException {
        othersWrite(opener, target, file(target, ProcessHandle.current()));
    }

    private static boolean othersWrite(FileOpener opener, Path target, Path mine) throws IOException {
        boolean found = false;
        for (Path other : all(target)) {
            if (!other.equals(mine) && !PartFile.discard(opener, other)) {
                found = true;
            }
        }
        return found;
    }

    private static List<Path> all(Path target) throws IOException {
        Pattern name =
                Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + "\\d+-\\d+" + Pattern.quote(ENDING));
        try (Stream<Path> files = Files.list(Objects.requireNonNull(target.getParent()))) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (NoSuchFileException noFolder) {
            return List.of();
        }
    }

    /** Lets go of it. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            channel.close();
        }
    }
}
