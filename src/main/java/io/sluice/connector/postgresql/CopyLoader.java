package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Loader;
import io.sluice.connector.jdbc.Target;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads with COPY in text form, one statement for each batch; the fields are spelled straight from the vectors. */
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
    public Load open(Connection connection, Target target, TaskContext context) {
        String columns = String.join(
                ", ", target.columnNames().stream().map(dialect::quote).toList());
        String sql = "COPY " + target.table().sql() + " (" + columns + ") FROM STDIN (FORMAT text, ENCODING 'UTF8')";
        return new Worker(connection, sql, CopyFields.of(target.schema()), context);
    }

    private static final class Worker implements Load {
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
        public void load(RowBatch rows, int from, int to) throws SQLException {
            buffer.clear();
            for (int row = from; row < to; row++) {
                spell(rows, row);
            }
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                copy.writeToCopy(buffer.bytes(), 0, buffer.length());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
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

        @Override
        public void close() {
            registration.close();
        }
    }
}
