package io.sluice.run;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much of dirty records is kept of one run, and for how long. */
@Component
class DirtyCapacity {
    private final long records;
    private final long bytes;
    private final int days;

    DirtyCapacity(
            @Value("${SLUICE_RUN_DIRTY_RECORDS:10000}") long records,
            @Value("${SLUICE_RUN_DIRTY_MEGABYTES:64}") long megabytes,
            @Value("${SLUICE_DIRTY_RECORD_DAYS:30}") int days) {
        this.records = Math.max(0, records);
        this.bytes = Math.max(1, megabytes) << 20;
        this.days = Math.max(1, days);
    }

    long records() {
        return records;
    }

    /** Their values together. */
    long bytes() {
        return bytes;
    }

    int days() {
        return days;
    }
}
