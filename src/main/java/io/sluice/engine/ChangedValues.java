package io.sluice.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts, for each column, the values that a choice of the task made others of; covers all channels of a run. */
final class ChangedValues {
    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentSkipListMap<>();

    /** @param choice how the script spells it */
    void add(String column, String choice, long values) {
        if (values > 0) {
            counts.computeIfAbsent(column, key -> new ConcurrentSkipListMap<>())
                    .computeIfAbsent(choice, key -> new LongAdder())
                    .add(values);
        }
    }

    /** Writes a line for each column and choice. */
    void tell(RunLog log) {
        counts.forEach((column, choices) -> choices.forEach((choice, values) -> {
            if (values.sum() == 1) {
                log.warn("Column %s: 1 value was changed by %s".formatted(column, choice));
            } else {
                log.warn("Column %s: %d values were changed by %s".formatted(column, values.sum(), choice));
            }
        }));
    }
}
