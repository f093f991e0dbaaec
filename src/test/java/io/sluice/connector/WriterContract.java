package io.sluice.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.Receipt;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.RecordingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every writer must do. A subclass provides a target with two columns, a whole number {@code id} and a text
 * {@code name}, empty before each test, and looks into it without the writer under test.
 */
public abstract class WriterContract {
    /** The columns of every source in these tests. */
    protected static final Schema TWO_COLUMNS =
            Schema.of(new Column("id", LogicalType.Int.INT64), new Column("name", LogicalType.Text.UNBOUNDED));

    private static final List<@Nullable String> NAMES = Arrays.asList(
            "plain",
            null,
            "",
            "quote \" comma , back\\slash",
            "two\nlines",
            "ünï 😀",
            "\\N",
            "NULL",
            " blanks ",
            "end");

    protected abstract Connector connector();

    /** A writer that adds rows to the target. */
    protected abstract Writer<?> writer(TaskContext context) throws Exception;

    /** What the target shows to the outside: for each row id and name, in any order; null stands for NULL. */
    protected abstract List<List<@Nullable String>> stored() throws Exception;

    /** A name that the target of {@link #narrowWriter} cannot hold. */
    protected abstract String refusedName();

    /** A writer into a target that cannot hold every text; by default every target of this connector is such a one. */
    protected Writer<?> narrowWriter(TaskContext context) throws Exception {
        return writer(context);
    }

    /** For connectors that claim IDEMPOTENT_WRITE: a writer in such a mode. */
    protected Optional<Writer<?>> idempotentWriter(TaskContext context) throws Exception {
        return Optional.empty();
    }

    /** What is left in the target's neighbourhood after an abort, such as part files or staging tables. */
    protected List<String> leftovers() throws Exception {
        return List.of();
    }

    /** What writers are given; a subclass adds its data sources and file roots. */
    protected RecordingContext context(int channels) {
        return RecordingContext.unrestricted(channels);
    }

    private RecordingContext context() {
        return context(1);
    }

    @Test
    void writesWhatItIsGiven() throws Exception {
        try (Writer<?> writer = writer(context())) {
            write(writer, rows(NAMES));
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(asStored(NAMES, 0));
    }

    @Test
    void writesNothingForAnEmptySource() throws Exception {
        try (Writer<?> writer = writer(context())) {
            write(writer, rows(List.of()));
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void writesTheGivenRangeOnly() throws Exception {
        try (Writer<?> writer = writer(context())) {
            writeRanges(writer, rows(NAMES), new int[][] {{2, 5}});
        }
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(asStored(NAMES, 0).subList(2, 5));
    }

    @Test
    void writesSeveralBatches() throws Exception {
        try (Writer<?> writer = writer(context())) {
            writeRanges(writer, rows(NAMES), new int[][] {{0, 3}, {3, 4}, {4, NAMES.size()}});
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(asStored(NAMES, 0));
    }

    @Test
    void severalWorkersWriteOneTarget() throws Exception {
        try (Writer<?> writer = writer(context(2))) {
            writeWithTwoWorkers(writer);
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(asStored(NAMES, 0));
    }

    private static <K extends Receipt> void writeWithTwoWorkers(Writer<K> writer) throws Exception {
        writer.prepare(TWO_COLUMNS);
        List<K> receipts = new ArrayList<>();
        try (BatchWriter<K> first = writer.open(0);
                BatchWriter<K> second = writer.open(1)) {
            first.write(rows(NAMES), 0, 4);
            second.write(rows(NAMES), 4, NAMES.size());
            receipts.addAll(second.flush());
            receipts.addAll(first.flush());
        }
        writer.commit(receipts);
        writer.finish();
    }

    @Test
    void aBadRowKeepsItsWholeRangeOut() throws Exception {
        List<@Nullable String> names = new ArrayList<>(NAMES.subList(0, 4));
        names.set(2, refusedName());
        try (Writer<?> writer = narrowWriter(context())) {
            writeAroundTheBadRow(writer, rows(names));
        }
        List<List<@Nullable String>> good = new ArrayList<>(asStored(names, 0));
        good.remove(2);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(good);
    }

    /** Does what the engine does: the range fails, its halves are tried. */
    private <K extends Receipt> void writeAroundTheBadRow(Writer<K> writer, RowBatch rows) throws Exception {
        writer.prepare(TWO_COLUMNS);
        List<K> receipts;
        try (BatchWriter<K> worker = writer.open(0)) {
            for (int[] range : new int[][] {{0, 4}, {2, 4}, {2, 3}}) {
                Exception failure = catchException(() -> worker.write(rows, range[0], range[1]));
                assertThat(failure).isNotNull();
                assertThat(connector().classify(failure).category()).isEqualTo(Category.DATA);
            }
            worker.write(rows, 0, 2);
            worker.write(rows, 3, 4);
            receipts = worker.flush();
        }
        writer.commit(receipts);
        writer.finish();
    }

    @Test
    void anAbortLeavesNothingWhenThePublicationIsAtomic() throws Exception {
        RecordingContext context = context();
        try (Writer<?> writer = writer(context)) {
            abortAfterWriting(writer);
        }
        if (connector().capabilities().contains(Capability.ATOMIC_PUBLISH)) {
            assertThat(stored()).isEmpty();
        }
        assertThat(leftovers()).isEmpty();
    }

    private <K extends Receipt> void abortAfterWriting(Writer<K> writer) throws Exception {
        writer.prepare(TWO_COLUMNS);
        List<K> receipts;
        try (BatchWriter<K> worker = writer.open(0)) {
            worker.write(rows(NAMES), 0, NAMES.size());
            receipts = worker.flush();
        }
        if (connector().capabilities().contains(Capability.ATOMIC_PUBLISH)) {
            assertThat(stored()).isEmpty();
        }
        writer.abort(receipts);
    }

    @Test
    void anAbortBeforeTheFirstRowIsHarmless() throws Exception {
        try (Writer<?> writer = writer(context())) {
            writer.prepare(TWO_COLUMNS);
            writer.abort(List.of());
        }
        assertThat(stored()).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void committingTwiceIsCommittingOnce() throws Exception {
        try (Writer<?> writer = writer(context())) {
            commitTwice(writer);
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(asStored(NAMES, 0));
    }

    private static <K extends Receipt> void commitTwice(Writer<K> writer) throws Exception {
        writer.prepare(TWO_COLUMNS);
        List<K> receipts;
        try (BatchWriter<K> worker = writer.open(0)) {
            worker.write(rows(NAMES), 0, NAMES.size());
            receipts = worker.flush();
        }
        receipts.forEach(PlainValues::require);
        writer.commit(receipts);
        writer.commit(receipts);
        writer.finish();
    }

    @Test
    void writingAgainChangesNothingWhenClaimed() throws Exception {
        boolean claimed = connector().capabilities().contains(Capability.IDEMPOTENT_WRITE);
        for (int time = 0; time < 2; time++) {
            Optional<Writer<?>> writer = idempotentWriter(context());
            assertThat(writer.isPresent()).isEqualTo(claimed);
            if (writer.isPresent()) {
                try (Writer<?> opened = writer.get()) {
                    write(opened, rows(NAMES));
                }
                assertThat(stored()).containsExactlyInAnyOrderElementsOf(asStored(NAMES, 0));
            }
        }
    }

    @Test
    void refusesAnotherNumberOfColumns() throws Exception {
        Schema three = Schema.of(
                new Column("id", LogicalType.Int.INT64),
                new Column("name", LogicalType.Text.UNBOUNDED),
                new Column("more", LogicalType.Text.UNBOUNDED));
        try (Writer<?> writer = writer(context())) {
            SluiceException failure = catchThrowableOfType(SluiceException.class, () -> writer.prepare(three));
            assertThat(failure).isNotNull();
            assertThat(failure.code()).isEqualTo(CommonError.COLUMN_COUNT);
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        Writer<?> writer = writer(context());
        writer.prepare(TWO_COLUMNS);
        BatchWriter<?> worker = writer.open(0);
        worker.close();
        worker.close();
        writer.abort(List.of());
        writer.close();
        writer.close();
    }

    @Test
    void answersASizeForBatches() throws Exception {
        try (Writer<?> writer = writer(context())) {
            writer.prepare(TWO_COLUMNS);
            assertThat(writer.batchSize().rows()).isPositive();
            assertThat(writer.batchSize().bytes()).isPositive();
            writer.abort(List.of());
        }
    }

    /** Writes all rows through one worker, commits and finishes. */
    protected static void write(Writer<?> writer, RowBatch rows) throws Exception {
        writeRanges(writer, rows, new int[][] {{0, rows.rows()}});
    }

    private static <K extends Receipt> void writeRanges(Writer<K> writer, RowBatch rows, int[][] ranges)
            throws Exception {
        Schema target = writer.prepare(rows.schema());
        assertThat(target.columns())
                .extracting(column -> column.type().physical())
                .containsExactly(LogicalType.Physical.LONG, LogicalType.Physical.BYTES);
        List<K> receipts;
        try (BatchWriter<K> worker = writer.open(0)) {
            for (int[] range : ranges) {
                if (range[0] < range[1]) {
                    worker.write(rows, range[0], range[1]);
                }
            }
            receipts = worker.flush();
        }
        writer.commit(receipts);
        writer.finish();
    }

    /** A batch with ids from 0 and these names. */
    protected static RowBatch rows(List<@Nullable String> names) {
        RowBatch batch = new RowBatch(TWO_COLUMNS, Math.max(1, names.size()), Long.MAX_VALUE);
        for (@Nullable String name : names) {
            batch.longs(0).set(batch.rows(), batch.rows());
            if (name == null) {
                batch.bytes(1).setNull(batch.rows());
            } else {
                batch.bytes(1).set(batch.rows(), name);
            }
            batch.endRow();
        }
        return batch;
    }

    private static List<List<@Nullable String>> asStored(List<@Nullable String> names, int firstId) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            rows.add(Arrays.asList(Integer.toString(firstId + row), names.get(row)));
        }
        return rows;
    }
}
