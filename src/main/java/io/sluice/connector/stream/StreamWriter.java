package io.sluice.connector.stream;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.Writer;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.time.Duration;
import java.util.List;

/** Forgets what it is given, or prints it. Takes every type as it comes. */
final class StreamWriter implements Writer<NoReceipt> {
    /** There is no transaction to keep small, and handing a batch over costs the same whatever its size. */
    private static final BatchSize SIZE = new BatchSize(4096, 4L << 20);

    private final StreamWriteConfig config;
    private final TaskContext context;

    StreamWriter(StreamWriteConfig config, TaskContext context) {
        this.config = config;
        this.context = context;
    }

    @Override
    public Schema prepare(Schema source) {
        return source;
    }

    @Override
    public BatchSize batchSize() {
        return SIZE;
    }

    @Override
    public BatchWriter<NoReceipt> open(int worker) {
        return new Sink(config, context);
    }

    @Override
    public void commit(List<NoReceipt> receipts) {}

    @Override
    public void abort(List<NoReceipt> receipts) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}

    private static final class Sink implements BatchWriter<NoReceipt> {
        private final StreamWriteConfig config;
        private final TaskContext context;
        private long sincePause;

        Sink(StreamWriteConfig config, TaskContext context) {
            this.config = config;
            this.context = context;
        }

        @Override
        public void write(RowBatch rows, int from, int to) throws InterruptedException {
            if (config.print()) {
                print(rows, from, to);
            }
            if (config.recordNumBeforeSleep() > 0) {
                pause(to - from);
            }
        }

        private void print(RowBatch rows, int from, int to) {
            StringBuilder text = new StringBuilder();
            for (int row = from; row < to; row++) {
                text.append(row == from ? "" : "\n");
                for (int column = 0; column < rows.schema().size(); column++) {
                    text.append(column == 0 ? "" : config.fieldDelimiter()).append(rows.display(row, column));
                }
            }
            context.log(Level.INFO, text.toString());
        }

        private void pause(int records) throws InterruptedException {
            sincePause += records;
            while (sincePause >= config.recordNumBeforeSleep()) {
                sincePause -= config.recordNumBeforeSleep();
                Thread.sleep(Duration.ofSeconds(config.sleepTime()));
            }
        }

        @Override
        public List<NoReceipt> flush() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
