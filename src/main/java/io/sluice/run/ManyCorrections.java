package io.sluice.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same correction in many open records of a run, some after the others. */
final class ManyCorrections implements BulkChange.Work {
    private static final int BATCH = 1_000;

    private final DirtyRepository records;
    private final RunPlace run;
    private final ManyRecords which;
    private final Correction correction;
    private long after;

    ManyCorrections(DirtyRepository records, RunPlace run, ManyRecords which, Correction correction) {
        this.records = records;
        this.run = run;
        this.which = which;
        this.correction = correction;
    }

    @Override
    public Optional<BulkChange.Tally> next() {
        List<DirtyRow> rows = records.next(run, which.query(), after, BATCH);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<DirtyRow> wanted = rows.stream().filter(which::has).toList();
        List<CorrectedRow> corrected = new ArrayList<>();
        for (DirtyRow row : wanted) {
            correction
                    .apply(row, which.column().applyAsInt(row))
                    .ifPresent(values -> corrected.add(new CorrectedRow(row, values)));
        }
        int changed = records.correct(run, corrected);
        after = rows.getLast().sequence();
        return Optional.of(new BulkChange.Tally(wanted.size(), changed, corrected.size() - changed));
    }
}
