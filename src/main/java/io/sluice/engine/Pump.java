package io.sluice.engine;

import io.sluice.engine.convert.Conversion;
import io.sluice.spi.Reader;
import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import io.sluice.spi.Writer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The opened ends of a run and the work between them.
 *
 * @param splits not started yet, and what is committed of them; channels take them one by one
 * @param receipts of the channels that are through
 */
record Pump<S extends Split, K extends Receipt>(
        RunParts parts,
        Reader<S> reader,
        Writer<K> writer,
        Conversion conversion,
        BatchShape shape,
        Queue<SplitProgress<S>> splits,
        Queue<K> receipts) {
    static <S extends Split, K extends Receipt> Pump<S, K> of(
            RunParts parts, Ends<S, K> ends, Conversion conversion, BatchShape shape, List<SplitProgress<S>> splits) {
        return new Pump<>(
                parts,
                ends.reader(),
                ends.writer(),
                conversion,
                shape,
                new ConcurrentLinkedQueue<>(splits),
                new ConcurrentLinkedQueue<>());
    }

    /** The reader and the writer of a run. */
    record Ends<S extends Split, K extends Receipt>(Reader<S> reader, Writer<K> writer) {}
}
