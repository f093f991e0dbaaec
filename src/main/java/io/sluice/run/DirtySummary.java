package io.sluice.run;

import io.sluice.spi.data.Schema;
import java.util.List;
import java.util.OptionalLong;

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

    /** How many match; empty where a text is looked for, which only the store can tell. */
    public OptionalLong count(DirtyQuery query) {
        if (!query.text().isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(causes.stream()
                .filter(cause -> query.cause() == null || cause.key().equals(query.cause()))
                .mapToLong(cause -> count(cause, query.show()))
                .sum());
    }

    private static long count(DirtyCause cause, DirtyQuery.Show show) {
        return switch (show) {
            case ALL -> cause.count();
            case OPEN -> cause.open();
            case READY -> cause.ready();
            case DOUBTFUL -> cause.doubtful();
            case DONE -> cause.count() - cause.open();
        };
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
