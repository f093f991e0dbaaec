package io.sluice.engine;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.transform.Pipeline;
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
        Between between,
        BatchShape shape,
        Queue<SplitProgress<S>> splits,
        Queue<K> receipts) {
    static <S extends Split, K extends Receipt> Pump<S, K> of(
            RunParts parts, Ends<S, K> ends, Between between, BatchShape shape, List<SplitProgress<S>> splits) {
        return new Pump<>(
                parts,
                ends.reader(),
                ends.writer(),
                between,
                shape,
                new ConcurrentLinkedQueue<>(splits),
                new ConcurrentLinkedQueue<>());
    }

    /** What happens to rows between both ends. */
    record Between(Pipeline pipeline, Conversion conversion) {}

    /** The reader and the writer of a run. */
    record Ends<S extends Split, K extends Receipt>(Reader<S> reader, Writer<K> writer) {}
}
