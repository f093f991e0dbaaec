package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Schema;

/** A connector that can say how a table for rows of another system would have to be created. */
public interface SupportsTableCreation {
    /**
     * A table whose columns hold every value of the source's types, or say in their reasons which not. Nothing is
     * executed, and no connection is needed.
     *
     * @param table the name as users write it: plain or quoted, with or without a schema
     * @param instants what points in time become where the system has to choose
     * @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID for names the system does not know, would shorten,
     *     or could not tell apart
     */
    TableDefinition propose(Schema source, String table, TableDefinition.Instants instants);

    /**
     * Runs the statements of a definition, as proposed or as a user changed them; where the system can, all or none.
     *
     * @param settings of the data source, secrets included
     */
    void create(ConfigValue.Obj settings, FileAccess files, String sql) throws Exception;
}
