package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.Loader;
import io.sluice.connector.jdbc.Target;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mariadb.jdbc.client.Client;
import org.mariadb.jdbc.util.constants.Capabilities;

/**
 * Loads with strict INSERT statements, spelled straight from the vectors in the binary protocol: in bulk where the
 * server is a MariaDB, else several rows to a statement. Why not LOAD DATA: docs/decisions/0009.
 */
final class RowsLoader implements Loader {
    /** Large enough to make the cost of a packet vanish, small enough to keep the server busy while we spell. */
    private static final int ENOUGH_BYTES = 1 << 18;

    private static final int[] ROWS_PER_STATEMENT = {128, 16, 1};
    private static final int MOST_PARAMETERS = 65_535;
    private static final int RESERVE = 1024;

    private final Form form;
    private final boolean bulkAllowed;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Spells the statement for a target. */
    @FunctionalInterface
    interface Form {
        /** @param rows how many times the parameters of a row follow VALUES */
        String sql(Target target, int rows);
    }

    RowsLoader(Form form, boolean bulkAllowed) {
        this.form = form;
        this.bulkAllowed = bulkAllowed;
    }

    @Override
    public void check(Target target) {
        form.sql(target, 1);
    }

    @Override
    public Load open(Connection connection, Target target, TaskContext context) throws SQLException {
        Client client = connection.unwrap(org.mariadb.jdbc.Connection.class).getClient();
        boolean offered = client.getContext().hasClientCapability(Capabilities.STMT_BULK_OPERATIONS);
        boolean bulk = bulkAllowed && offered;
        if (told.compareAndSet(false, true)) {
            context.log(TaskContext.Level.INFO, reason(bulk, offered));
        }
        int most = mostBytes(connection);
        PacketForm packets = bulk ? bulk(client, target, most) : multiRow(client, target, most);
        return new Worker(client, new RowsMessage(packets), connection, context);
    }

    private static String reason(boolean bulk, boolean offered) {
        if (bulk) {
            return "Writing with bulk statements, which cost this server least";
        }
        return "Writing with statements of up to %d rows, because %s"
                .formatted(
                        ROWS_PER_STATEMENT[0],
                        offered ? "the task asks for them" : "this server offers no bulk statements");
    }

    private static int mostBytes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@max_allowed_packet")) {
            row.next();
            return (int) Math.min(Integer.MAX_VALUE / 2, row.getLong(1) - RESERVE);
        }
    }

    private PacketForm bulk(Client client, Target target, int most) throws SQLException {
        int statement = PrepareMessage.prepare(client, form.sql(target, 1));
        return new BulkForm(new RowSpelling(target), statement, ENOUGH_BYTES, most);
    }

    private PacketForm multiRow(Client client, Target target, int most) throws SQLException {
        RowSpelling spelling = new RowSpelling(target);
        List<MultiRowForm.Sized> statements = new ArrayList<>();
        for (int rows : ROWS_PER_STATEMENT) {
            if (rows * spelling.columns() <= MOST_PARAMETERS) {
                statements.add(new MultiRowForm.Sized(rows, PrepareMessage.prepare(client, form.sql(target, rows))));
            }
        }
        return new MultiRowForm(spelling, statements, most);
    }

    private static final class Worker implements Load {
        private final Client client;
        private final RowsMessage message;
        private final TaskContext.Registration registration;

        Worker(Client client, RowsMessage message, Connection connection, TaskContext context) {
            this.client = client;
            this.message = message;
            registration = context.onCancel(() -> connection.abort(Runnable::run));
        }

        @Override
        public void load(RowBatch rows, int from, int to) throws SQLException {
            message.send(client, rows, from, to);
        }

        @Override
        public void close() {
            registration.close();
        }
    }
}
