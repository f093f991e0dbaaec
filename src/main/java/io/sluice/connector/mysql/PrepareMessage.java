package io.sluice.connector.mysql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.mariadb.jdbc.Statement;
import org.mariadb.jdbc.client.Client;
import org.mariadb.jdbc.client.Completion;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.ReadableByteBuf;
import org.mariadb.jdbc.client.socket.Reader;
import org.mariadb.jdbc.client.socket.Writer;
import org.mariadb.jdbc.client.util.ClosableLock;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.message.ClientMessage;

/** Prepares a statement on the server, for the packets of {@link RowsMessage}; it lives as long as its connection. */
record PrepareMessage(String sql) implements ClientMessage {
    private static final int COMMAND = 0x16;
    private static final int ERROR = 0xff;
    private static final int STATE_LENGTH = 5;

    /** @param id the server's number of the statement */
    private record Prepared(int id) implements Completion {}

    /** @return the server's number of the statement */
    static int prepare(Client client, String sql) throws SQLException {
        return ((Prepared) client.execute(new PrepareMessage(sql), false).getFirst()).id();
    }

    @Override
    public int encode(Writer writer, Context context) throws IOException {
        writer.initPacket();
        writer.writeByte(COMMAND);
        writer.writeString(sql);
        writer.flush();
        return 1;
    }

    @Override
    public String description() {
        return sql;
    }

    @Override
    public Completion readPacket(
            Statement statement,
            int fetchSize,
            long maxRows,
            int concurrency,
            int type,
            boolean closeOnCompletion,
            Reader reader,
            Writer writer,
            Context context,
            ExceptionFactory failures,
            ClosableLock lock,
            boolean trace,
            ClientMessage message,
            Consumer<String> redirect)
            throws IOException, SQLException {
        ReadableByteBuf answer = reader.readReusablePacket(trace);
        if (answer.readUnsignedByte() == ERROR) {
            throw failure(answer, failures);
        }
        int id = answer.readInt();
        int columns = answer.readUnsignedShort();
        int parameters = answer.readUnsignedShort();
        skip(parameters, reader, context, trace);
        skip(columns, reader, context, trace);
        return new Prepared(id);
    }

    private static SQLException failure(ReadableByteBuf answer, ExceptionFactory failures) {
        int number = answer.readUnsignedShort();
        String state = "HY000";
        if (answer.getByte() == '#') {
            answer.skip(1);
            state = answer.readAscii(STATE_LENGTH);
        }
        return failures.create(answer.readStringEof(), state, number);
    }

    /** Descriptions of parameters or columns, which nobody needs. */
    private static void skip(int count, Reader reader, Context context, boolean trace) throws IOException {
        int packets = count == 0 || context.isEofDeprecated() ? count : count + 1;
        for (int i = 0; i < packets; i++) {
            reader.readReusablePacket(trace);
        }
    }
}
