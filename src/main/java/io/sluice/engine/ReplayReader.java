package io.sluice.engine;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.Rejects;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Rejected;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads records that are given as text, each as a split of its own, so that it is known of each what became of it. The
 * texts are read as {@link RowBatch#text} spells values; NULL is null.
 */
final class ReplayReader implements Reader<ReplaySplit> {
    private static final String HEX = "\\x";

    private final Schema columns;
    private final List<List<@Nullable String>> records;
    private final TaskContext context;
    private final Schema texts;
    private final Conversion reading;

    ReplayReader(Schema columns, List<List<@Nullable String>> records, TaskContext context) {
        this.columns = columns;
        this.records = records;
        this.context = context;
        this.texts = new Schema(columns.columns().stream()
                .map(column -> new Column(column.name(), textual(column.type())))
                .toList());
        this.reading = Conversion.plan(texts, columns, ConversionRules.DEFAULT.withZone(ZoneOffset.UTC), true);
    }

    /** Bytes are decoded here, as their text is not their content. */
    private static LogicalType textual(LogicalType type) {
        return type instanceof LogicalType.Binary ? LogicalType.Binary.UNBOUNDED : LogicalType.Text.UNBOUNDED;
    }

    @Override
    public Schema discover() {
        return columns;
    }

    @Override
    public List<ReplaySplit> plan(int wanted) {
        return IntStream.range(0, records.size())
                .mapToObj(record -> new ReplaySplit(record, false))
                .toList();
    }

    @Override
    public SplitReader<ReplaySplit> open(ReplaySplit split) {
        return new OneRecord(split);
    }

    @Override
    public void close() {}

    private void read(int record, RowBatch batch) {
        List<@Nullable String> values = records.get(record);
        if (values.size() != columns.size()) {
            String message = "The record has %d values, %d are needed".formatted(values.size(), columns.size());
            context.reject(new Rejected(values, -1, CommonError.VALUE_NOT_CONVERTIBLE, message, ""));
            return;
        }
        RowBatch written = new RowBatch(texts, 1, Long.MAX_VALUE);
        for (int column = 0; column < columns.size(); column++) {
            if (!write(values.get(column), written, column)) {
                String message = "A binary value is \\x and hexadecimal digits, two for each byte";
                context.reject(new Rejected(values, column, CommonError.VALUE_NOT_CONVERTIBLE, message, ""));
                return;
            }
        }
        written.endRow();
        RowBatch typed = reading.target(written);
        Rejects rejects = new Rejects();
        reading.apply(written, typed, rejects);
        if (rejects.all().isEmpty()) {
            copy(typed, batch);
        } else {
            Rejects.Reject first = rejects.all().getFirst();
            context.reject(new Rejected(values, first.column(), first.code(), first.message(), ""));
        }
    }

    private static boolean write(@Nullable String value, RowBatch row, int column) {
        BytesVector target = row.bytes(column);
        if (value == null) {
            target.setNull(0);
        } else if (row.schema().column(column).type() instanceof LogicalType.Binary) {
            byte[] bytes = bytes(value);
            if (bytes == null) {
                return false;
            }
            target.set(0, bytes);
        } else {
            target.set(0, value);
        }
        return true;
    }

    private static byte @Nullable [] bytes(String text) {
        if (!text.startsWith(HEX)) {
            return null;
        }
        try {
            return HexFormat.of().parseHex(text, HEX.length(), text.length());
        } catch (IllegalArgumentException noHex) {
            return null;
        }
    }

    private static void copy(RowBatch from, RowBatch to) {
        int row = to.rows();
        for (int column = 0; column < from.schema().size(); column++) {
            if (from.vector(column).isNull(0)) {
                to.vector(column).setNull(row);
                continue;
            }
            switch (to.vector(column)) {
                case BoolVector bools -> bools.set(row, from.bools(column).get(0));
                case LongVector longs -> longs.set(row, from.longs(column).get(0));
                case DoubleVector doubles ->
                    doubles.set(row, from.doubles(column).get(0));
                case DecimalVector decimals -> copy(from.decimals(column), decimals, row);
                case BytesVector bytes -> {
                    BytesVector value = from.bytes(column);
                    value.requireBytes();
                    bytes.set(row, value.data(), value.start(0), value.length(0));
                }
            }
        }
        to.endRow();
    }

    private static void copy(DecimalVector from, DecimalVector to, int row) {
        if (to.compact()) {
            to.setUnscaled(row, from.unscaled(0));
        } else {
            to.setText(row, from.plain(0));
        }
    }

    private final class OneRecord implements SplitReader<ReplaySplit> {
        private final int record;
        private boolean done;

        OneRecord(ReplaySplit split) {
            record = split.record();
            done = split.done();
        }

        @Override
        public Status read(RowBatch batch) {
            if (!done) {
                ReplayReader.this.read(record, batch);
                done = true;
            }
            return Status.END;
        }

        @Override
        public ReplaySplit remaining() {
            return new ReplaySplit(record, done);
        }

        @Override
        public void close() {}
    }
}
