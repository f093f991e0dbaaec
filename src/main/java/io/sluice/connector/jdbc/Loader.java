package io.sluice.connector.jdbc;

import io.sluice.spi.BatchWriter;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.TaskContext;
import java.sql.Connection;
import java.sql.SQLException;

/** A way of bringing batches into a table, such as INSERT statements or COPY. */
public interface Loader {
    /**
     * Refuses a target that this way cannot serve, before anything is changed in it.
     *
     * @throws io.sluice.spi.error.SluiceException for example KEY_MISSING
     */
    void check(Target target);

    /** Takes over the connection, which does not commit by itself; the batch writer closes it. */
    BatchWriter<NoReceipt> open(Connection connection, Target target, TaskContext context) throws SQLException;
}
