package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.mysql.MysqlConnector;
import io.sluice.connector.postgresql.PostgresqlConnector;
import io.sluice.engine.convert.WiderType;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Change;
import io.sluice.spi.FileRoots;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.data.LogicalType;
import io.sluice.testing.TestDatabase;

/** A connector that widens columns, and a database in which it does. */
record WideningEnd(SupportsWidening connector, TestDatabase database) {
    static WideningEnd postgreSql(TestDatabase database) {
        return new WideningEnd(new PostgresqlConnector(), database);
    }

    static WideningEnd mariaDb(TestDatabase database) {
        return new WideningEnd(new MysqlConnector(), database);
    }

    ColumnWidening look(String table, String column, LogicalType wanted) throws Exception {
        return connector.widening(
                Databases.settings(database), FileRoots.unrestricted(), table, column, wish(wanted, false));
    }

    Change change(String table, String column, SupportsWidening.Wish wish) throws Exception {
        return (Change) connector.widening(Databases.settings(database), FileRoots.unrestricted(), table, column, wish);
    }

    static SupportsWidening.Wish wish(LogicalType wanted, boolean negatives) {
        return new SupportsWidening.Wish(present -> WiderType.of(present, wanted), negatives);
    }

    Change change(String table, String column, LogicalType wanted) throws Exception {
        return (Change) look(table, column, wanted);
    }

    Change widen(String table, String column, LogicalType wanted) throws Exception {
        Change change = change(table, column, wanted);
        widen(change.sql());
        assertThat(look(table, column, wanted)).isInstanceOf(ColumnWidening.Enough.class);
        return change;
    }

    void widen(String sql) throws Exception {
        widen(sql, new WantedStop());
    }

    void widen(String sql, SupportsWidening.Stop stop) throws Exception {
        connector.widen(Databases.settings(database), FileRoots.unrestricted(), sql, stop);
    }
}
