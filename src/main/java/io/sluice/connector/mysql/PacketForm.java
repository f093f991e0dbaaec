package io.sluice.connector.mysql;

import io.sluice.spi.data.RowBatch;

/** How rows are laid out in packets that execute a prepared statement. */
interface PacketForm {
    /**
     * Fills one packet with rows from {@code from} on, at least one and at most up to {@code to}.
     *
     * @return the row behind the last one taken
     * @throws io.sluice.spi.error.SluiceException with a DATA code for a row that the target cannot hold or the server would not
     *     take
     */
    int fill(RowBatch rows, int from, int to, Payload into);
}
