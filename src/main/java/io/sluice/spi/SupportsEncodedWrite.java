package io.sluice.spi;

import io.sluice.spi.data.RowEncoding;

/** A writer that can take rows over as a reader of the same system encoded them; see {@link SupportsEncodedRead}. */
public interface SupportsEncodedWrite {
    /**
     * Whether each value of such rows means the same in the target and is checked by the target, column by column.
     * Asked after {@link Writer#prepare}. A writer that says yes accepts both kinds of batches in {@link BatchWriter#write}.
     */
    boolean accepts(RowEncoding encoding);
}
