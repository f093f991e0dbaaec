package io.sluice.engine;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.TaskContext.Rejected;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts dirty records over all channels, keeps samples and ends the run when there are too many. */
final class DirtyRecords {
    private static final int LOGGED = 10;
    private static final int LONGEST_VALUE = 32_000;
    private static final int LONGEST_LOGGED = 1_000;

    /** Characters of one record beyond which only the beginnings of its values are kept. */
    private static final int LARGE_RECORD = 1_000_000;

    private static final Schema NO_COLUMNS = Schema.of();

    private final DirtyLimit limit;
    private final Counters counters;
    private final RunListener listener;
    private final long wanted;
    private final RunLog log;
    private final AtomicLong told = new AtomicLong();
    private final Map<Thread, Own> owns = new ConcurrentHashMap<>();
    private final Map<Place, DirtyShape> shapes = new ConcurrentHashMap<>();
    private volatile Schema source = NO_COLUMNS;

    DirtyRecords(DirtyLimit limit, Counters counters, RunListener listener, RunLog log) {
        this.limit = limit;
        this.counters = counters;
        this.listener = listener;
        wanted = listener.dirtyRecordsWanted();
        this.log = log;
    }

    void source(Schema schema) {
        source = schema;
    }

    /** Where on their way records are found. */
    record Place(Stage stage, int step) {}

    /** What one thread has rejected or found since it began with a batch, and the split it is at. */
    private static final class Own {
        private int split;
        private int rejected;
        private int toldBefore;
        private int found;
    }

    private Own own() {
        return owns.computeIfAbsent(Thread.currentThread(), thread -> new Own());
    }

    /** The thread works on the rows of a split from now on. */
    void at(int split) {
        own().split = split;
    }

    void rejectedByReader(Rejected record) {
        counters.read.increment();
        Own mine = own();
        mine.rejected++;
        if (mine.toldBefore > 0) {
            mine.toldBefore--;
            limit(counters.dirty.incrementAndGet(), record);
        } else {
            count(new Place(Stage.READER, 0), record, source);
        }
    }

    /** The thread of a reader begins to fill a batch. */
    void beginReading() {
        own().rejected = 0;
    }

    /** The batch is filled. @return how many records were rejected on the way */
    int endReading() {
        Own mine = own();
        mine.toldBefore = 0;
        return mine.rejected;
    }

    /** The batch will be read again: its rejected records are not counted twice, and nobody is told of them again. */
    void repeatReading() {
        Own mine = own();
        counters.read.add(-mine.rejected);
        counters.dirty.addAndGet(-mine.rejected);
        mine.toldBefore += mine.rejected;
        mine.rejected = 0;
    }

    /** Whether the limit would be exceeded with so many more. */
    boolean exceededWith(int more) {
        return limit.exceededBy(counters.dirty.get() + more);
    }

    /** How many records this thread has found since it asked last. */
    int takeFound() {
        Own mine = own();
        int found = mine.found;
        mine.found = 0;
        return found;
    }

    void found(Place where, RowBatch rows, int row, Unfit why) {
        own().found++;
        if (told.get() >= wanted) {
            count(where, new Rejected(List.of(), why.column(), why.code(), why.message(), ""), rows.schema());
            return;
        }
        List<@Nullable String> values = new ArrayList<>(rows.schema().size());
        for (int column = 0; column < rows.schema().size(); column++) {
            values.add(rows.text(row, column, LONGEST_VALUE + 1));
        }
        count(where, new Rejected(values, why.column(), why.code(), why.message(), ""), rows.schema());
    }

    /** Why a row is dirty. */
    record Unfit(int column, ErrorCode code, String message) {}

    private void count(Place where, Rejected record, Schema columns) {
        long count = counters.dirty.incrementAndGet();
        long number = told.incrementAndGet();
        if (number <= wanted) {
            DirtyRecord sample = sample(where, record, columns);
            listener.dirty(sample);
            if (number <= LOGGED) {
                log.write(Level.ERROR, RunLog.ENGINE, line(sample));
            }
        }
        limit(count, record);
    }

    private void limit(long count, Rejected record) {
        if (limit.exceededBy(count)) {
            throw new SluiceException(
                    EngineError.DIRTY_LIMIT_EXCEEDED,
                    "Dirty records: " + count + ", allowed: " + limit.records() + "; the last one: "
                            + record.message());
        }
    }

    /** The values are kept as they are, so that they can be corrected and sent on; only logs are free of secrets. */
    private DirtyRecord sample(Place where, Rejected record, Schema columns) {
        List<@Nullable String> values = new ArrayList<>(record.values().size());
        List<Integer> cut = new ArrayList<>();
        int kept = 0;
        for (String value : record.values()) {
            int longest = kept < LARGE_RECORD ? LONGEST_VALUE : LONGEST_LOGGED;
            if (value != null && value.length() > longest) {
                cut.add(values.size());
            }
            values.add(value == null ? null : start(value, longest));
            kept += value == null ? 0 : Math.min(longest, value.length());
        }
        return new DirtyRecord(
                shape(where, columns),
                own().split,
                values,
                cut,
                record.column(),
                columnName(columns, record.column()),
                record.code(),
                log.mask(record.message()),
                record.place());
    }

    /** One object for each place, so that whoever keeps records keeps their columns once. */
    private DirtyShape shape(Place where, Schema columns) {
        DirtyShape known = shapes.get(where);
        if (known == null || !known.columns().equals(columns)) {
            known = new DirtyShape(where.stage(), where.step(), source, columns);
            shapes.put(where, known);
        }
        return known;
    }

    private static @Nullable String columnName(Schema schema, int column) {
        return column < 0 || column >= schema.size()
                ? null
                : schema.column(column).name();
    }

    /** Cuts between characters, not within one. */
    private static String start(String value, int length) {
        if (value.length() <= length) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length;
        return value.substring(0, end) + "…";
    }

    private List<String> shown(DirtyRecord record) {
        Schema columns = record.shape().columns();
        List<String> shown = new ArrayList<>();
        for (String value : record.values()) {
            String all = value != null && shown.size() < columns.size()
                    ? ShownValue.of(value, columns.column(shown.size()).type())
                    : value;
            shown.add(all == null ? "NULL" : log.mask(start(all, LONGEST_LOGGED)));
        }
        return shown;
    }

    private String line(DirtyRecord record) {
        StringBuilder text = new StringBuilder("Dirty record found by the ")
                .append(record.stage().name().toLowerCase(java.util.Locale.ROOT));
        if (!record.place().isEmpty()) {
            text.append(" at ").append(record.place());
        }
        if (record.columnName() != null) {
            text.append(", column ").append(record.columnName());
        }
        return text.append(": ")
                .append(record.code().name())
                .append(", ")
                .append(record.message())
                .append("; values ")
                .append(shown(record))
                .toString();
    }

    /** Called when everything is read. @throws SluiceException DIRTY_LIMIT_EXCEEDED when the share of dirty records is too large */
    void checkShare() {
        long count = counters.dirty.get();
        long read = counters.read.sum();
        if (limit.exceededAtEnd(count, read)) {
            throw new SluiceException(
                    EngineError.DIRTY_LIMIT_EXCEEDED,
                    count + " of " + read + " records are dirty, more than the allowed share of " + limit.share());
        }
    }
}
