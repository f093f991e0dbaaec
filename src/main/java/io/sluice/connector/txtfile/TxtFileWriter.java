package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.connector.file.FileOpener;
import io.sluice.connector.file.PartFile;
import io.sluice.connector.file.TargetLock;
import io.sluice.spi.Attempt;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.SupportsDiscard;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes one part file for each channel that gets rows, and publishes them together at the commit. A source without
 * rows leaves one file with the header alone.
 */
final class TxtFileWriter implements Writer<FilePart>, SupportsDiscard {
    private final TxtFileWriteConfig config;
    private final boolean evenIfEmpty;
    private final TaskContext context;
    private final List<PartFile> parts = new ArrayList<>();
    private int firstNumber;
    private boolean published;
    private @Nullable TargetLock lock;
    private @Nullable FileNames names;
    private @Nullable Schema schema;

    /** @param evenIfEmpty whether a source without rows leaves a file */
    TxtFileWriter(TxtFileWriteConfig config, boolean evenIfEmpty, TaskContext context) {
        this.config = config;
        this.evenIfEmpty = evenIfEmpty;
        this.context = context;
    }

    @Override
    public Schema prepare(Schema source) throws IOException {
        if (!config.header().isEmpty() && config.header().size() != source.size()) {
            throw new SluiceException(
                    CommonError.COLUMN_COUNT,
                    "The header has %d names, the reader delivers %d columns"
                            .formatted(config.header().size(), source.size()));
        }
        FileNames made = target();
        List<Integer> present = made.present();
        boolean publishing = context.attempt().entry() == Attempt.Entry.PUBLISHING;
        if (config.writeMode() == WriteMode.NON_CONFLICT && !present.isEmpty() && !publishing) {
            throw new SluiceException(FileError.FILE_EXISTS, made.numbered(present.getFirst()) + " exists");
        }
        Files.createDirectories(made.folder());
        lock = TargetLock.take(opener(), made.numbered(0));
        clearUp(made);
        firstNumber = config.writeMode() == WriteMode.APPEND ? afterLast(present) : 0;
        names = made;
        schema = source;
        return source;
    }

    private FileOpener opener() {
        return new FileOpener(context.files());
    }

    /** Who holds the lock knows that parts of loads that nobody goes on with belong to processes that have ended. */
    private void clearUp(FileNames target) throws IOException {
        for (Path part : target.parts("")) {
            if (PartFile.discard(opener(), part)) {
                context.log(TaskContext.Level.INFO, "Removed " + part + ", which a run that has ended left");
            }
        }
        List<Path> own = target.parts(owner());
        for (Path part : target.ownedParts()) {
            if (!own.contains(part)) {
                context.log(
                        TaskContext.Level.INFO,
                        part + " stays: it belongs to another load, which can be resumed or given up");
            }
        }
    }

    /** What the names of its parts have of the load. */
    private String owner() {
        return context.attempt().only() ? "" : context.attempt().shortName();
    }

    private FileNames target() throws IOException {
        Path file =
                context.files().target(Path.of(config.path(), config.fileName()).toString());
        return FileNames.of(
                Objects.requireNonNull(file.getParent()), file.getFileName().toString());
    }

    private static int afterLast(List<Integer> numbers) {
        return numbers.stream()
                .max(Comparator.naturalOrder())
                .map(last -> last + 1)
                .orElse(0);
    }

    @Override
    public BatchSize batchSize() {
        return BatchSize.DEFAULT;
    }

    @Override
    public BatchWriter<FilePart> open(int worker) {
        return new RecordWriter(this, worker, new RowEncoder(config, schema(), context.timeZone()));
    }

    private FileNames names() {
        return Objects.requireNonNull(names, "prepare comes first");
    }

    private Schema schema() {
        return Objects.requireNonNull(schema, "prepare comes first");
    }

    /** Called by the workers' threads when their first row comes. */
    synchronized PartFile createPart(int worker) throws IOException {
        PartFile part = PartFile.create(opener(), names().part(worker, owner()), config.compress());
        parts.add(part);
        return part;
    }

    FilePart receipt(PartFile part, int worker) {
        return new FilePart(part.path().toString(), worker, firstNumber);
    }

    @Override
    public void commit(List<FilePart> receipts) throws IOException {
        if (receipts.isEmpty() && (published || !evenIfEmpty || emptyFileIsThere())) {
            return;
        }
        List<FilePart> ordered = receipts.isEmpty() ? List.of(emptyPart()) : distinct(receipts);
        List<Integer> present = names().present();
        int number = firstNumber;
        for (FilePart receipt : ordered) {
            number = receipt.firstNumber() + ordered.indexOf(receipt);
            PartFile.publish(part(receipt), names().numbered(number), config.writeMode() == WriteMode.TRUNCATE);
        }
        if (config.writeMode() == WriteMode.TRUNCATE) {
            removeBehind(number, present);
        }
        PartFile.forceFolder(names().folder());
        published = true;
    }

    /** An attempt before has published the one file of a source without rows. */
    private boolean emptyFileIsThere() {
        return context.attempt().entry() == Attempt.Entry.PUBLISHING
                && config.writeMode() == WriteMode.NON_CONFLICT
                && Files.exists(names().numbered(firstNumber));
    }

    private static List<FilePart> distinct(List<FilePart> receipts) {
        return receipts.stream()
                .distinct()
                .sorted(Comparator.comparingInt(FilePart::worker))
                .toList();
    }

    /** A receipt may come back from a store; it must still name a part file of this very task. */
    private Path part(FilePart receipt) {
        Path part = names().part(receipt.worker(), owner());
        if (!part.toString().equals(receipt.path())) {
            throw new SluiceException(CommonError.PATH_DENIED, receipt.path() + " is no part of " + names().stem());
        }
        return part;
    }

    private FilePart emptyPart() throws IOException {
        try (BatchWriter<FilePart> worker = open(0)) {
            return ((RecordWriter) worker).flushEvenIfEmpty();
        }
    }

    private void removeBehind(int last, List<Integer> present) throws IOException {
        for (int number : present) {
            if (number > last) {
                Files.deleteIfExists(names().numbered(number));
            }
        }
    }

    @Override
    public void abort(List<FilePart> receipts) throws IOException {
        closeParts();
        removeParts();
        close();
    }

    /** Also those of attempts before, which had more channels. */
    private void removeParts() throws IOException {
        for (Path part : names().parts(owner())) {
            Files.deleteIfExists(part);
        }
    }

    /** Parts that are on their way to their places stay for the attempt that brings the rest there. */
    @Override
    public void suspend(List<FilePart> receipts, boolean loaded) throws IOException {
        if (loaded) {
            close();
        } else {
            abort(receipts);
        }
    }

    /** A part that is being written is locked and stays. */
    @Override
    public void discard() throws IOException {
        FileNames target = target();
        for (Path part : target.parts(owner())) {
            if (PartFile.discard(opener(), part)) {
                context.log(TaskContext.Level.INFO, "Removed " + part + ", which nobody goes on with");
            }
        }
        TargetLock.clearUp(opener(), target.numbered(0));
    }

    @Override
    public void finish() throws IOException {
        removeParts();
    }

    private void closeParts() throws IOException {
        for (PartFile part : parts) {
            part.close();
        }
    }

    @Override
    public void close() throws IOException {
        closeParts();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
