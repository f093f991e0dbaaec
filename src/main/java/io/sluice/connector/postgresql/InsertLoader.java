package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.Loader;
import io.sluice.connector.jdbc.StatementLoader;
import io.sluice.connector.jdbc.Target;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.RowEncoding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Adds rows by COPY where that is the same as INSERT: constraints and triggers are, but rules of the table do not see a
 * COPY, and views and row security refuse it. There INSERT statements are used.
 */
final class InsertLoader implements Loader {
    /** The driver keeps the rows of a batch as objects, so many rows go in portions of one transaction. */
    private static final int STATEMENT_ROWS = 1024;

    private static final String OBSTACLE = """
            select case when c.relkind not in ('r', 'p') then 'it is no plain table'
              when c.relhasrules then 'it has rules' when row_security_active(c.oid) then 'row security applies to it'
              else '' end
            from pg_class c where c.oid = to_regclass(%s)""";

    private final CopyLoader copy;
    private final StatementLoader statements;
    private String obstacle = "it was not looked at";

    InsertLoader(CopyLoader copy, StatementLoader statements) {
        this.copy = copy;
        this.statements = statements;
    }

    @Override
    public void check(Target target) {
        statements.check(target);
        copy.check(target);
    }

    @Override
    public void check(Target target, Connection connection) throws SQLException {
        check(target);
        String literal = "'" + target.table().sql().replace("'", "''") + "'";
        List<String> answer = Ask.firstRow(connection, OBSTACLE.formatted(literal));
        obstacle = answer.isEmpty() ? "it is not found" : answer.getFirst();
    }

    @Override
    public boolean accepts(RowEncoding encoding, Target target) {
        return obstacle.isEmpty() && copy.accepts(encoding, target);
    }

    @Override
    public Load open(Connection connection, Target target, TaskContext context) throws SQLException {
        if (obstacle.isEmpty()) {
            return copy.open(connection, target, context);
        }
        context.log(
                Level.INFO,
                "Writing %s by INSERT, because %s".formatted(target.table().sql(), obstacle));
        return new Portions(statements.open(connection, target, context));
    }

    private record Portions(Load statements) implements Load {
        @Override
        public void load(RowBatch rows, int from, int to) throws SQLException {
            for (int at = from; at < to; at += STATEMENT_ROWS) {
                statements.load(rows, at, Math.min(to, at + STATEMENT_ROWS));
            }
        }

        @Override
        public void close() {
            statements.close();
        }
    }
}
