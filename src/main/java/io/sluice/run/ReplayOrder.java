package io.sluice.run;

import io.sluice.engine.DirtyShape;
import java.util.List;
import java.util.UUID;

/**
 * Dirty records that were claimed to be written, all of one shape.
 *
 * @param origin the run they come from
 * @param replay id of the run that writes them
 * @param records in their order; the position of a record is the number of its split
 */
record ReplayOrder(UUID origin, UUID replay, DirtyShape shape, List<DirtyRow> records) {
    ReplayOrder {
        records = List.copyOf(records);
    }
}
