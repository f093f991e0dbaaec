package io.sluice.run;

import io.sluice.spi.data.Schema;
import java.util.List;

/**
 * The dirty records of a run by their causes.
 *
 * @param causes the most frequent first
 * @param columns of each shape the records come in
 * @param kept how many are kept
 */
public record DirtySummary(List<DirtyCause> causes, List<Schema> columns, long kept) {
    public DirtySummary {
        causes = List.copyOf(causes);
        columns = List.copyOf(columns);
    }

    /** How many are not in the target. */
    public long open() {
        return causes.stream().mapToLong(DirtyCause::open).sum();
    }

    /** How many of those may be in the target all the same. */
    public long doubtful() {
        return causes.stream().mapToLong(DirtyCause::doubtful).sum();
    }

    /** How many of the others somebody has corrected. */
    public long ready() {
        return causes.stream().mapToLong(DirtyCause::ready).sum();
    }
}
