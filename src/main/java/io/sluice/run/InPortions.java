package io.sluice.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The same done to many records of which only the sequences are wanted, some after the others. */
final class InPortions implements BulkChange.Work {
    private static final int BATCH = 1_000;

    private final List<Long> sequences;
    private final ToIntFunction<List<Long>> change;
    private int done;

    /** @param change does it to some of them and says to how many it could be done */
    InPortions(Collection<Long> sequences, ToIntFunction<List<Long>> change) {
        this.sequences = sequences.stream().sorted().toList();
        this.change = change;
    }

    @Override
    public Optional<BulkChange.Tally> next() {
        if (done == sequences.size()) {
            return Optional.empty();
        }
        int end = Math.min(sequences.size(), done + BATCH);
        int changed = change.applyAsInt(sequences.subList(done, end));
        BulkChange.Tally tally = new BulkChange.Tally(end - done, changed, end - done - changed);
        done = end;
        return Optional.of(tally);
    }
}
