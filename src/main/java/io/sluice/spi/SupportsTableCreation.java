package io.sluice.spi;

import io.sluice.spi.data.Schema;

/** A connector that can say how a table for rows of another system would have to be created. */
public interface SupportsTableCreation {
    /**
     * A table whose columns hold every value of the source's types, or say in their reasons which not. Nothing is
     * executed, and no connection is needed.
     *
     * @param table the name as users write it: plain or quoted, with or without a schema
     * @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID for names the system does not know, would shorten,
     *     or could not tell apart
     */
    TableDefinition propose(Schema source, String table);
}
