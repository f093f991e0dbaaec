package io.sluice.run;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** The rows that runs have found and that are kept for a time: dirty ones, and those that differ. */
@Component
record RunFindings(DirtyRepository dirty, DifferenceRepository differences) {
    void forget(Instant before) {
        dirty.forget(before);
        differences.forget(before);
    }
}
