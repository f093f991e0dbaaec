package io.sluice.connector.mysql;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.client.Client;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.socket.Writer;
import org.mariadb.jdbc.message.ClientMessage;

/**
 * Sends rows in packets that execute prepared statements. All packets go out before the first answer is read, so the
 * server stores one while the next is being spelled. Used by one thread, for one range of rows after the other.
 */
final class RowsMessage implements ClientMessage {
    private final PacketForm form;
    private final Payload payload = new Payload();
    private @Nullable RowBatch rows;
    private int from;
    private int to;
    private @Nullable SluiceException refused;

    RowsMessage(PacketForm form) {
        this.form = form;
    }

    /** @throws SluiceException for a row that cannot be sent; others of the range may be in the transaction then */
    void send(Client client, RowBatch batch, int first, int end) throws SQLException {
        rows = batch;
        from = first;
        to = end;
        refused = null;
        try {
            client.execute(this, false);
        } finally {
            rows = null;
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** A row refused behind packets that are on their way is kept until their answers were read. */
    @Override
    public int encode(Writer writer, Context context) throws IOException {
        RowBatch batch = rows;
        int packets = 0;
        int row = from;
        while (batch != null && row < to) {
            try {
                row = form.fill(batch, row, to, payload);
            } catch (SluiceException bad) {
                refused = bad;
                return packets;
            }
            writer.initPacket();
            writer.writeBytes(payload.bytes(), 0, payload.length());
            writer.flush();
            packets++;
        }
        return packets;
    }

    @Override
    public boolean binaryProtocol() {
        return true;
    }
}
