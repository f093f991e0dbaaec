package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.ColumnChanges;
import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.connector.jdbc.Tables;
import io.sluice.spi.ColumnWidening.Change;
import io.sluice.spi.ColumnWidening.Work;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.data.LogicalType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives columns another type. MODIFY COLUMN drops what it does not name, so the statement is the column's own definition
 * with nothing but the type replaced.
 */
final class MysqlAlteration implements ColumnChanges.Alteration {
    private static final Set<String> FAMILIES = Set.of(
            "char",
            "varchar",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "bigint",
            "decimal",
            "float",
            "double",
            "datetime",
            "timestamp",
            "time");

    /** Of a text column: bytes of one character. */
    private static final String WIDTH = """
            select character_octet_length div character_maximum_length, engine
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = coalesce(nullif(?, ''), database()) and table_name = ? and column_name = ?""";

    private static final int SHORT_BYTES = 255;

    private final MysqlDialect dialect;

    MysqlAlteration(MysqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String spelled(Connection connection, Tables.Table table, String column) throws SQLException {
        return line(connection, table, column).map(ColumnLine::type).orElse("");
    }

    private Optional<ColumnLine> line(Connection connection, Tables.Table table, String column) throws SQLException {
        List<String> shown = Ask.firstRow(connection, "SHOW CREATE TABLE " + table.sql());
        return shown.size() < 2 ? Optional.empty() : ColumnLine.find(shown.get(1), dialect.quote(column));
    }

    @Override
    public boolean known(String spelled) {
        return FAMILIES.contains(spelled.split("[( ]", 2)[0]);
    }

    /** That numbers with a point have no sign is not part of their type here. */
    @Override
    public boolean takesAll(String spelled) {
        return !ColumnLine.unsignedReal(spelled);
    }

    @Override
    public Optional<Change> change(Connection connection, ColumnChanges.Place place, LogicalType wider)
            throws SQLException {
        MysqlColumnType type = MysqlColumnType.of(place.column().withType(wider), Instants.FEWER);
        boolean number = !(wider instanceof LogicalType.Text);
        if (number && (type.isText() || type.sql().endsWith("TEXT"))) {
            return Optional.empty();
        }
        ColumnLine line = line(connection, place.table(), place.column().name()).orElse(null);
        if (line == null) {
            return Optional.empty();
        }
        String after = line.kept(type.sql());
        String sql = "ALTER TABLE " + place.table().sql() + " MODIFY COLUMN " + line.with(after);
        Work work = number ? Work.COPY : work(connection, place, type);
        return Optional.of(place.change(after, sql, work));
    }

    /** A VARCHAR grows in place as long as its length still takes as many bytes in each row. */
    private static Work work(Connection connection, ColumnChanges.Place place, MysqlColumnType type)
            throws SQLException {
        boolean grows = place.spelled().startsWith("varchar(") && type.name().equals("VARCHAR");
        if (!grows || !(place.column().type() instanceof LogicalType.Text before)) {
            return Work.COPY;
        }
        List<String> parts = place.table().parts();
        List<Long> widths = SystemCatalogue.rows(
                connection,
                WIDTH,
                List.of(
                        parts.size() > 1 ? parts.getFirst() : "",
                        parts.getLast(),
                        place.column().name()),
                row -> "InnoDB".equalsIgnoreCase(row.getString(2)) ? row.getLong(1) : 0L);
        long width = widths.isEmpty() ? 0 : widths.getFirst();
        boolean wasShort = before.maxLength() * width <= SHORT_BYTES;
        boolean isShort = type.length() * width <= SHORT_BYTES;
        return width > 0 && wasShort == isShort ? Work.CATALOGUE : Work.COPY;
    }
}
