package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ColumnChanges;
import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.connector.jdbc.Tables;
import io.sluice.spi.ColumnWidening.Change;
import io.sluice.spi.ColumnWidening.Work;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Decimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives columns another type. NOT NULL, default, comment, indexes and rights stay with the column by themselves; its
 * collation and its way of storage do not, so the statement names those that are not the type's own.
 */
final class PostgresqlAlteration implements ColumnChanges.Alteration {
    private static final Set<String> FAMILIES = Set.of(
            "character varying",
            "character",
            "text",
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone");

    private static final String TYPE = """
            select format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = to_regclass(?) and attname = ? and not attisdropped""";

    private static final String KEPT = """
            select case when attcollation <> typcollation and collname is not null
                then quote_ident(nspname) || '.' || quote_ident(collname) else '' end,
              case when attstorage <> typstorage then case attstorage
                when 'p' then 'PLAIN' when 'e' then 'EXTERNAL' when 'm' then 'MAIN' else 'EXTENDED' end else '' end
            from pg_attribute join pg_type on pg_type.oid = atttypid
              left join pg_collation on pg_collation.oid = attcollation
              left join pg_namespace on pg_namespace.oid = collnamespace
            where attrelid = to_regclass(?) and attname = ?""";

    private final PostgresqlDialect dialect;

    PostgresqlAlteration(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String spelled(Connection connection, Tables.Table table, String column) throws SQLException {
        return SystemCatalogue.rows(connection, TYPE, List.of(table.sql(), column), row -> row.getString(1))
                .getFirst();
    }

    @Override
    public boolean known(String spelled) {
        return FAMILIES.contains(spelled.replaceAll("\\([^)]*\\)", ""));
    }

    @Override
    public boolean takesAll(String spelled) {
        return true;
    }

    @Override
    public Optional<Change> change(Connection connection, ColumnChanges.Place place, LogicalType wider)
            throws SQLException {
        String type = PostgresqlTables.choose(place.column().withType(wider)).type();
        String name = dialect.quote(place.column().name());
        List<String> clauses = new ArrayList<>(List.of("ALTER COLUMN " + name + " TYPE " + type));
        SystemCatalogue.rows(
                connection, KEPT, List.of(place.table().sql(), place.column().name()), row -> {
                    String collation = row.getString(1);
                    if (!collation.isEmpty() && wider instanceof LogicalType.Text) {
                        clauses.set(0, clauses.getFirst() + " COLLATE " + collation);
                    }
                    return row.getString(2).isEmpty()
                            || clauses.add("ALTER COLUMN " + name + " SET STORAGE " + row.getString(2));
                });
        String sql = "ALTER TABLE " + place.table().sql() + " " + String.join(", ", clauses);
        return Optional.of(place.change(type, sql, work(place.column().type(), wider)));
    }

    /** The server compares lengths and digits; only where values could not stay as they are stored it writes rows. */
    private static Work work(LogicalType before, LogicalType after) {
        boolean same = switch (before) {
            case LogicalType.Text text -> !text.blankPadded();
            case Decimal decimal ->
                after instanceof Decimal wider && (wider.precision() == 0 || wider.scale() == decimal.scale());
            case LogicalType.Timestamp ignored -> after instanceof LogicalType.Timestamp;
            case LogicalType.Instant ignored -> after instanceof LogicalType.Instant;
            case LogicalType.Time ignored -> after instanceof LogicalType.Time;
            default -> false;
        };
        return same ? Work.CATALOGUE : Work.REWRITE;
    }
}
