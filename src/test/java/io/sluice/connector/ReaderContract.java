package io.sluice.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.Category;
import io.sluice.testing.RecordingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every reader must do. A subclass provides a sample of some dozens of rows, among them NULLs, put there without
 * the reader under test; rows are compared by their texts ({@link RowBatch#display}), in any order.
 */
public abstract class ReaderContract {
    private static final int SMALL_BATCH = 7;
    private static final long NO_BYTE_LIMIT = Long.MAX_VALUE;

    protected abstract Connector connector();

    /** A reader of the sample. */
    protected abstract Reader<?> sampleReader(TaskContext context) throws Exception;

    /** A reader of a source without rows. */
    protected abstract Reader<?> emptyReader(TaskContext context) throws Exception;

    protected abstract List<String> expectedColumns();

    /** All rows of the sample; null stands for NULL. */
    protected abstract List<List<@Nullable String>> expectedRows();

    /** What readers are given; a subclass adds its data sources and file roots. */
    protected RecordingContext context() {
        return RecordingContext.unrestricted(1);
    }

    @Test
    void discoversItsColumns() throws Exception {
        try (Reader<?> reader = sampleReader(context())) {
            assertThat(reader.discover().columns()).extracting(Column::name).isEqualTo(expectedColumns());
        }
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Connector.class))
                .extracting(Connector::id)
                .contains(connector().id());
    }

    @Test
    void theSampleShowsNulls() {
        assertThat(expectedRows()).anyMatch(row -> row.contains(null)).hasSizeGreaterThan(2 * SMALL_BATCH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16})
    void splitsCoverEveryRowOnce(int wanted) throws Exception {
        RecordingContext context = context();
        try (Reader<?> reader = sampleReader(context)) {
            assertThat(readAll(reader, wanted, SMALL_BATCH)).containsExactlyInAnyOrderElementsOf(expectedRows());
        }
        assertThat(context.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1024})
    void theSizeOfBatchesDoesNotMatter(int capacity) throws Exception {
        try (Reader<?> reader = sampleReader(context())) {
            assertThat(readAll(reader, 1, capacity)).containsExactlyInAnyOrderElementsOf(expectedRows());
        }
    }

    @Test
    void severalSplitsAreReadAtTheSameTime() throws Exception {
        try (Reader<?> reader = sampleReader(context());
                ExecutorService threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            for (Future<List<List<@Nullable String>>> part : startAll(reader, threads)) {
                rows.addAll(part.get());
            }
            assertThat(rows).containsExactlyInAnyOrderElementsOf(expectedRows());
        }
    }

    private static <S extends Split> List<Future<List<List<@Nullable String>>>> startAll(
            Reader<S> reader, ExecutorService threads) throws Exception {
        Schema schema = reader.discover();
        List<Future<List<List<@Nullable String>>>> parts = new ArrayList<>();
        for (S split : reader.plan(4)) {
            parts.add(threads.submit(() -> readSplit(reader, split, schema, SMALL_BATCH)));
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatRemainsOfAHalfReadSplitContinuesExactly(int wanted) throws Exception {
        try (Reader<?> reader = sampleReader(context())) {
            assertThat(readWithBreaks(reader, wanted)).containsExactlyInAnyOrderElementsOf(expectedRows());
        }
    }

    private static <S extends Split> List<List<@Nullable String>> readWithBreaks(Reader<S> reader, int wanted)
            throws Exception {
        Schema schema = reader.discover();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (S planned : reader.plan(wanted)) {
            S rest = planned;
            Status status = Status.MORE;
            while (status == Status.MORE) {
                PlainValues.require(rest);
                try (SplitReader<S> part = reader.open(rest)) {
                    RowBatch batch = new RowBatch(schema, 3, NO_BYTE_LIMIT);
                    status = part.read(batch);
                    addRows(batch, rows);
                    rest = part.remaining();
                }
            }
            rows.addAll(readSplit(reader, rest, schema, SMALL_BATCH));
        }
        return rows;
    }

    @Test
    void whatRemainsOfAnUntouchedSplitIsAllOfIt() throws Exception {
        try (Reader<?> reader = sampleReader(context())) {
            assertThat(readRemainders(reader)).containsExactlyInAnyOrderElementsOf(expectedRows());
        }
    }

    private static <S extends Split> List<List<@Nullable String>> readRemainders(Reader<S> reader) throws Exception {
        Schema schema = reader.discover();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (S split : reader.plan(4)) {
            S rest;
            try (SplitReader<S> untouched = reader.open(split)) {
                rest = untouched.remaining();
            }
            rows.addAll(readSplit(reader, rest, schema, SMALL_BATCH));
        }
        return rows;
    }

    @Test
    void anEmptySourceHasASplitButNoRows() throws Exception {
        try (Reader<?> reader = emptyReader(context())) {
            assertThat(readAll(reader, 4, SMALL_BATCH)).isEmpty();
        }
    }

    @Test
    void onlyWhoClaimsToSplitSplits() throws Exception {
        boolean claimed = connector().capabilities().contains(Capability.SPLIT_READ);
        try (Reader<?> reader = sampleReader(context())) {
            reader.discover();
            List<? extends Split> splits = reader.plan(4);
            assertThat(splits.size() > 1).isEqualTo(claimed);
            assertThat(splits).allSatisfy(split -> {
                PlainValues.require(split);
                assertThat(split.describe()).isNotBlank();
            });
        }
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        Reader<?> reader = sampleReader(context());
        closeSplitTwice(reader);
        reader.close();
        reader.close();
    }

    private static <S extends Split> void closeSplitTwice(Reader<S> reader) throws Exception {
        reader.discover();
        SplitReader<S> split = reader.open(reader.plan(1).getFirst());
        split.close();
        split.close();
    }

    @Test
    void anUnknownFailureIsNotBlamedOnTheData() {
        assertThat(connector().classify(new IllegalStateException("unheard of")).category())
                .isNotEqualTo(Category.DATA);
    }

    /** Reads the whole source; checks on the way that there is a split even when there are no rows. */
    protected static <S extends Split> List<List<@Nullable String>> readAll(Reader<S> reader, int wanted, int capacity)
            throws Exception {
        Schema schema = reader.discover();
        List<S> splits = reader.plan(wanted);
        assertThat(splits).isNotEmpty();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (S split : splits) {
            rows.addAll(readSplit(reader, split, schema, capacity));
        }
        return rows;
    }

    private static <S extends Split> List<List<@Nullable String>> readSplit(
            Reader<S> reader, S split, Schema schema, int capacity) throws Exception {
        List<List<@Nullable String>> rows = new ArrayList<>();
        RowBatch batch = new RowBatch(schema, capacity, NO_BYTE_LIMIT);
        try (SplitReader<S> part = reader.open(split)) {
            Status status = Status.MORE;
            while (status == Status.MORE) {
                batch.clear();
                status = part.read(batch);
                addRows(batch, rows);
            }
        }
        return rows;
    }

    private static void addRows(RowBatch batch, List<List<@Nullable String>> rows) {
        for (int row = 0; row < batch.rows(); row++) {
            List<@Nullable String> values = new ArrayList<>();
            for (int column = 0; column < batch.schema().size(); column++) {
                values.add(batch.vector(column).isNull(row) ? null : batch.display(row, column));
            }
            rows.add(values);
        }
    }
}
