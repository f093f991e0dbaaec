package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.ColumnChanges;
import io.sluice.connector.jdbc.ColumnChanges.Hindrance;
import io.sluice.connector.jdbc.ColumnChanges.Place;
import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.connector.jdbc.Tables;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Obstacle;
import io.sluice.spi.ColumnWidening.Work;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.data.LogicalType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final Set<String> LISTS = Set.of("enum", "set");

    /** Of a text column: bytes of one character. */
    private static final String WIDTH = """
            select character_octet_length div character_maximum_length, engine
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = coalesce(nullif(?, ''), database()) and table_name = ? and column_name = ?""";

    private static final String FOREIGN_KEYS = """
            select distinct constraint_name from information_schema.key_column_usage
            where table_schema = coalesce(nullif(?, ''), database()) and table_name = ? and column_name = ?
                and referenced_table_name is not null
              or referenced_table_schema = coalesce(nullif(?, ''), database()) and referenced_table_name = ?
                and referenced_column_name = ?
            order by constraint_name""";

    /** Indexes of a column's whole values, and bytes of one character. */
    private static final String INDEXES = """
            select index_name, character_octet_length div character_maximum_length
            from information_schema.statistics join information_schema.columns
              using (table_schema, table_name, column_name)
            where table_schema = coalesce(nullif(?, ''), database()) and table_name = ? and column_name = ?
              and sub_part is null and index_type in ('BTREE', 'HASH', 'RTREE')
            order by index_name""";

    private static final int SHORT_BYTES = 255;

    /** Bytes of a column in an index of InnoDB. */
    private static final int MOST_INDEXED = 3072;

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
    public Optional<Obstacle> unlike(String spelled) {
        String family = spelled.split("[( ]", 2)[0];
        if (LISTS.contains(family)) {
            return Optional.of(Obstacle.LIST);
        }
        return FAMILIES.contains(family) ? Optional.empty() : Optional.of(Obstacle.OWN_RULES);
    }

    /** That numbers with a point have no sign is not part of their type here. */
    @Override
    public boolean takesAll(String spelled, boolean negatives) {
        return !negatives || !ColumnLine.unsignedReal(spelled);
    }

    /** The server refuses to change the type of such columns, be it only a length. */
    @Override
    public Optional<Hindrance> hindrance(Connection connection, Place place) throws SQLException {
        List<String> column = place(place.table(), place.column().name());
        List<String> twice = Stream.of(column, column).flatMap(List::stream).toList();
        List<String> keys = SystemCatalogue.rows(connection, FOREIGN_KEYS, twice, row -> row.getString(1));
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hindrance(Obstacle.FOREIGN_KEY, String.join(", ", keys)));
    }

    private static List<String> place(Tables.Table table, String column) {
        List<String> parts = table.parts();
        return List.of(parts.size() > 1 ? parts.getFirst() : "", parts.getLast(), column);
    }

    @Override
    public ColumnWidening change(Connection connection, Place place, LogicalType wider, boolean negatives)
            throws SQLException {
        MysqlColumnType type = MysqlColumnType.of(place.column().withType(wider), Instants.FEWER);
        boolean number = !(wider instanceof LogicalType.Text);
        ColumnLine line = line(connection, place.table(), place.column().name()).orElse(null);
        if (line == null || number && (type.isText() || type.sql().endsWith("TEXT"))) {
            return place.impossible(Hindrance.NO_TYPE);
        }
        Optional<Hindrance> tight = number ? Optional.empty() : tight(connection, place, type);
        if (tight.isPresent()) {
            return place.impossible(tight.get());
        }
        String after = line.kept(type.sql(), negatives);
        String sql = "ALTER TABLE " + place.table().sql() + " MODIFY COLUMN " + line.with(after);
        Work work = number ? Work.COPY : work(connection, place, type);
        return place.change(after, sql, work, line.unsigned() && !after.contains(ColumnLine.UNSIGNED));
    }

    /** An index of whole values, which do not go into it any more. */
    private static Optional<Hindrance> tight(Connection connection, Place place, MysqlColumnType type)
            throws SQLException {
        List<String> indexes = SystemCatalogue.rows(
                connection, INDEXES, place(place.table(), place.column().name()), row -> {
                    boolean fits = type.sized() && (long) type.length() * row.getLong(2) <= MOST_INDEXED;
                    return fits ? "" : row.getString(1);
                });
        return indexes.stream()
                .filter(index -> !index.isEmpty())
                .findFirst()
                .map(index -> new Hindrance(Obstacle.INDEX, index));
    }

    /** A VARCHAR grows in place as long as its length still takes as many bytes in each row. */
    private static Work work(Connection connection, Place place, MysqlColumnType type) throws SQLException {
        boolean grows = place.spelled().startsWith("varchar(") && type.name().equals("VARCHAR");
        if (!grows || !(place.column().type() instanceof LogicalType.Text before)) {
            return Work.COPY;
        }
        List<Long> widths = SystemCatalogue.rows(
                connection,
                WIDTH,
                place(place.table(), place.column().name()),
                row -> "InnoDB".equalsIgnoreCase(row.getString(2)) ? row.getLong(1) : 0L);
        long width = widths.isEmpty() ? 0 : widths.getFirst();
        boolean wasShort = before.maxLength() * width <= SHORT_BYTES;
        boolean isShort = type.length() * width <= SHORT_BYTES;
        return width > 0 && wasShort == isShort ? Work.CATALOGUE : Work.COPY;
    }
}
