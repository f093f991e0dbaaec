package io.sluice.run.ui;

import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyQuery;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dirty records that are in front, for the parts of their panel that do something with them. */
interface ShownRecords {
    /** The run they come from; null for none. */
    @Nullable
    UUID run();

    DirtyQuery query();

    DirtyColumns columns();

    /** The sequences of those that are selected. */
    List<Long> selected();

    /** Whether their values can be corrected. */
    boolean editable();

    /** Fetches what is shown again, in place. */
    void refresh();
}
