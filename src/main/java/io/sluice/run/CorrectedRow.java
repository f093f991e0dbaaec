package io.sluice.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record with the values that shall be written instead. @param row as it was when they were made */
record CorrectedRow(DirtyRow row, List<@Nullable String> values) {
    CorrectedRow {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The values as they are kept; null for those that were found. */
    @Nullable
    String kept() {
        return values.equals(row.original()) ? null : RunJson.write(values);
    }
}
