package io.sluice.engine;

import io.sluice.spi.error.SluiceException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checkpoints as lines of a file that is only ever added to: one write of some 200 bytes for each committed batch,
 * which the operating system keeps when this process dies. A line that was cut off by a crash does not count. A file
 * that grew long is replaced by the lines that still count.
 */
public final class JournalFile implements CheckpointStore {
    private static final long LONG_FILE = 4L << 20;

    private final Path file;
    private final Map<String, String> current = new LinkedHashMap<>();
    private FileOutputStream out;
    private long length;
    private long currentLength;

    private JournalFile(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Opens a journal, a new one when there is none.
     *
     * @throws SluiceException CHECKPOINT_BUSY when another run has it open
     */
    public static JournalFile open(Path file) throws IOException {
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        JournalFile journal = new JournalFile(file, out);
        try {
            lock(out, file);
            journal.load();
            return journal;
        } catch (IOException | SluiceException failure) {
            out.close();
            throw failure;
        }
    }

    private static void lock(FileOutputStream out, Path file) throws IOException {
        FileLock lock;
        try {
            lock = out.getChannel().tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            throw busy(file);
        }
        if (lock == null) {
            throw busy(file);
        }
    }

    private static SluiceException busy(Path file) {
        return new SluiceException(EngineError.CHECKPOINT_BUSY, "Another run uses the checkpoint file " + file);
    }

    private void load() throws IOException {
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        length = whole.getBytes(StandardCharsets.UTF_8).length;
        out.getChannel().truncate(length);
        whole.lines().forEach(line -> remember(line, checkpoint(line)));
    }

    private static Checkpoint checkpoint(String line) {
        return RecordText.read(line, Checkpoint.class, JournalFile.class.getClassLoader());
    }

    @Override
    public synchronized List<Checkpoint> read() {
        List<Checkpoint> all = new ArrayList<>();
        current.values().forEach(line -> all.add(checkpoint(line)));
        return all;
    }

    @Override
    public synchronized void keep(Checkpoint next, boolean forced) throws IOException {
        String line = RecordText.write((Record) next);
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes);
        length += bytes.length;
        remember(line, next);
        if (forced) {
            out.getFD().sync();
        }
        if (length > LONG_FILE && length > 4 * currentLength) {
            compact();
        }
    }

    /** A line that the disk has no place for must not be the beginning of the next one. */
    private void write(byte[] line) throws IOException {
        try {
            out.write(line);
        } catch (IOException failure) {
            out.getChannel().truncate(length);
            throw failure;
        }
    }

    /** Of the commits of a split, and of all other kinds but splits, only the last one counts. */
    private void remember(String line, Checkpoint next) {
        String key = switch (next) {
            case Checkpoint.Planned planned -> "split " + planned.split();
            case Checkpoint.Committed committed -> "commit " + committed.split();
            case Checkpoint.Attempted ignored -> "attempt";
            case Checkpoint.Started ignored -> "start";
            case Checkpoint.Target ignored -> "target";
            case Checkpoint.Spoiled ignored -> "spoiled";
            case Checkpoint.Publishing ignored -> "publishing";
            case Checkpoint.Published ignored -> "published";
        };
        String before = current.put(key, line);
        currentLength += line.length() - (before == null ? 0 : before.length());
    }

    private void compact() throws IOException {
        Path shorter = file.resolveSibling(file.getFileName() + ".new");
        FileOutputStream next = new FileOutputStream(shorter.toFile());
        try {
            lock(next, shorter);
            byte[] lines = (String.join("\n", current.values()) + "\n").getBytes(StandardCharsets.UTF_8);
            next.write(lines);
            next.getFD().sync();
            Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out.close();
            out = next;
            length = lines.length;
        } catch (IOException | SluiceException failure) {
            next.close();
            Files.deleteIfExists(shorter);
            throw failure;
        }
    }

    @Override
    public synchronized void forget() throws IOException {
        current.clear();
        Files.deleteIfExists(file);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
