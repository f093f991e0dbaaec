package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Loader;
import io.sluice.connector.jdbc.Target;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads with COPY in text form, one transaction for each batch; the fields are spelled straight from the vectors. */
final class CopyLoader implements Loader {
    private final PostgresqlDialect dialect;

    CopyLoader(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void check(Target target) {
        CopyFields.of(target.schema());
    }

    @Override
    public BatchWriter<NoReceipt> open(Connection connection, Target target, TaskContext context) {
        String columns = String.join(
                ", ", target.columnNames().stream().map(dialect::quote).toList());
        String sql = "COPY " + target.table().sql() + " (" + columns + ") FROM STDIN (FORMAT text, ENCODING 'UTF8')";
        return new Worker(connection, sql, CopyFields.of(target.schema()), context);
    }

    private static final class Worker implements BatchWriter<NoReceipt> {
        private final Connection connection;
        private final String sql;
        private final List<CopyFields.Field> fields;
        private final CopyBuffer buffer = new CopyBuffer();
        private final TaskContext.Registration registration;

        Worker(Connection connection, String sql, List<CopyFields.Field> fields, TaskContext context) {
            this.connection = connection;
            this.sql = sql;
            this.fields = fields;
            registration = context.onCancel(() -> connection.abort(Runnable::run));
        }

        @Override
        public void write(RowBatch rows, int from, int to) throws SQLException {
            buffer.clear();
            for (int row = from; row < to; row++) {
                spell(rows, row);
            }
            try {
                CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
                try {
                    copy.writeToCopy(buffer.bytes(), 0, buffer.length());
                    copy.endCopy();
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                rollBack(failure);
                throw failure;
            }
        }

        private void spell(RowBatch rows, int row) {
            for (int column = 0; column < fields.size(); column++) {
                if (column > 0) {
                    buffer.add('\t');
                }
                if (rows.vector(column).isNull(row)) {
                    buffer.addNull();
                } else {
                    fields.get(column).spell(rows, column, row, buffer);
                }
            }
            buffer.add('\n');
        }

        private void rollBack(Exception failure) {
            try {
                connection.rollback();
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
        }

        @Override
        public List<NoReceipt> flush() {
            return List.of();
        }

        @Override
        public void close() throws IOException {
            registration.close();
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new IOException("Cannot close a connection", failure);
            }
        }
    }
}
