package io.sluice.connector.txtfile;

import io.sluice.connector.file.PartFile;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one channel to a part file, which comes into being with the first row. */
final class RecordWriter implements BatchWriter<FilePart> {
    private final TxtFileWriter writer;
    private final int worker;
    private final RowEncoder encoder;
    private final byte[] start;
    private @Nullable PartFile part;

    RecordWriter(TxtFileWriter writer, int worker, RowEncoder encoder) {
        this.writer = writer;
        this.worker = worker;
        this.encoder = encoder;
        this.start = encoder.fileStart();
    }

    /** Encodes all rows before the first byte goes to the file, so that a bad row keeps the whole range out. */
    @Override
    public void write(RowBatch rows, int from, int to) throws IOException {
        encoder.encode(rows, from, to);
        PartFile file = part();
        file.write(encoder.bytes(), 0, encoder.length());
    }

    private PartFile part() throws IOException {
        PartFile known = part;
        if (known != null) {
            return known;
        }
        PartFile created = writer.createPart(worker);
        created.write(start, 0, start.length);
        part = created;
        return created;
    }

    @Override
    public List<FilePart> flush() throws IOException {
        return part == null ? List.of() : List.of(flushEvenIfEmpty());
    }

    FilePart flushEvenIfEmpty() throws IOException {
        PartFile file = part();
        file.force();
        return writer.receipt(file, worker);
    }

    /** The part stays open and locked until the whole load ends; see {@link TxtFileWriter#close}. */
    @Override
    public void close() {
        part = null;
    }
}
