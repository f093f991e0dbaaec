package io.sluice.connector.jdbc;

import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Loads by batches of one prepared statement. */
public final class StatementLoader implements Loader {
    private final Dialect dialect;
    private final Form form;

    public StatementLoader(Dialect dialect, Form form) {
        this.dialect = dialect;
        this.form = form;
    }

    /** Spells the statement for a target, with one parameter for each column. */
    @FunctionalInterface
    public interface Form {
        /** @throws SluiceException KEY_MISSING when the statement needs a key that the table has not */
        String sql(Target target);
    }

    @Override
    public void check(Target target) {
        form.sql(target);
    }

    @Override
    public Load open(Connection connection, Target target, TaskContext context) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(form.sql(target));
        return new Worker(connection, statement, target, encoders(target), context);
    }

    private ColumnEncoder[] encoders(Target target) {
        ColumnEncoder[] encoders = new ColumnEncoder[target.columns().size()];
        for (int i = 0; i < encoders.length; i++) {
            encoders[i] =
                    dialect.encoder(target.schema().column(i), target.columns().get(i));
        }
        return encoders;
    }

    private static final class Worker implements Load {
        private final PreparedStatement statement;
        private final Target target;
        private final ColumnEncoder[] encoders;
        private final TaskContext.Registration registration;

        Worker(
                Connection connection,
                PreparedStatement statement,
                Target target,
                ColumnEncoder[] encoders,
                TaskContext context) {
            this.statement = statement;
            this.target = target;
            this.encoders = encoders;
            registration = context.onCancel(new StatementCancel(connection, statement));
        }

        @Override
        public void load(RowBatch rows, int from, int to) throws SQLException {
            try {
                for (int row = from; row < to; row++) {
                    bind(rows, row);
                }
                statement.executeBatch();
            } catch (SQLException | RuntimeException failure) {
                forget(failure);
                throw failure;
            }
        }

        private void bind(RowBatch rows, int row) throws SQLException {
            for (int column = 0; column < encoders.length; column++) {
                if (rows.vector(column).isNull(row)) {
                    requireNullStays(column);
                    statement.setNull(column + 1, Types.NULL);
                } else {
                    encoders[column].bind(statement, column, rows, row);
                }
            }
            statement.addBatch();
        }

        private void requireNullStays(int column) {
            if (target.columns().get(column).fillsNull()) {
                Column described = target.schema().column(column);
                throw new SluiceException(
                        JdbcError.NULL_NOT_ALLOWED,
                        "Column " + described.name() + " would turn NULL into a value of its own");
            }
        }

        /** Rows bound before the failure must not turn up in the next batch. */
        private void forget(Exception failure) {
            try {
                statement.clearBatch();
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
        }

        @Override
        public void close() {
            registration.close();
        }
    }
}
