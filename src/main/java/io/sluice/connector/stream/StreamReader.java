package io.sluice.connector.stream;

import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.List;

/** Generates the same number of rows for each channel, column by column. */
final class StreamReader implements Reader<StreamSplit> {
    private final StreamReadConfig config;
    private final int tasks;

    StreamReader(StreamReadConfig config, TaskContext context) {
        this.config = config;
        this.tasks = context.channels();
    }

    @Override
    public Schema discover() {
        return ColumnGenerators.schema(config);
    }

    @Override
    public List<StreamSplit> plan(int wanted) {
        List<StreamSplit> splits = new ArrayList<>(tasks);
        for (int task = 0; task < tasks; task++) {
            splits.add(new StreamSplit(task, 0, config.sliceRecordCount()));
        }
        return splits;
    }

    @Override
    public SplitReader<StreamSplit> open(StreamSplit split) {
        return new Rows(split, ColumnGenerators.of(config, split.task()));
    }

    @Override
    public void close() {}

    private static final class Rows implements SplitReader<StreamSplit> {
        private static final int CHUNK_BYTES = 64 << 10;
        private static final int MOST_ROWS = 4096;

        private final StreamSplit split;
        private final List<ColumnGenerator> columns;
        private final int chunk;
        private long next;

        Rows(StreamSplit split, List<ColumnGenerator> columns) {
            this.split = split;
            this.columns = columns;
            this.next = split.from();
            int widest =
                    columns.stream().mapToInt(ColumnGenerator::widest).max().orElse(1);
            this.chunk = Math.clamp(CHUNK_BYTES / Math.max(1, widest), 1, MOST_ROWS);
        }

        @Override
        public Status read(RowBatch batch) {
            while (!batch.isFull() && next < split.to()) {
                long most = Math.min(chunk, batch.capacity() - batch.rows());
                int rows = (int) Math.min(most, split.to() - next);
                int first = batch.rows();
                for (int column = 0; column < columns.size(); column++) {
                    columns.get(column).fill(batch.vector(column), first, first + rows, next);
                }
                batch.endRows(rows);
                next += rows;
            }
            return next < split.to() ? Status.MORE : Status.END;
        }

        @Override
        public StreamSplit remaining() {
            return new StreamSplit(split.task(), next, split.to());
        }

        @Override
        public void close() {}
    }
}
