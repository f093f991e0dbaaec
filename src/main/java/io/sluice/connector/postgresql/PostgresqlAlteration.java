package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ColumnChanges;
import io.sluice.connector.jdbc.ColumnChanges.Hindrance;
import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.connector.jdbc.Tables;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Obstacle;
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

    /** The table a column comes from or is the partition key of, and what the server refuses to change along. */
    private static final String HINDRANCE = """
            select case when attinhcount > 0 then (select coalesce(string_agg(inhparent::regclass::text, ', '), '')
                  from pg_inherits where inhrelid = attrelid)
                when attnum = any (partattrs) then attrelid::regclass::text else '' end,
              (select coalesce(string_agg(distinct coalesce(ev_class::regclass::text,
                    pg_describe_object(classid, objid, objsubid)), ', '), '')
                from pg_depend left join pg_rewrite on classid = 'pg_rewrite'::regclass and pg_rewrite.oid = objid
                  left join pg_attrdef on classid = 'pg_attrdef'::regclass and pg_attrdef.oid = objid
                where refclassid = 'pg_class'::regclass and refobjid = attrelid and refobjsubid = attnum
                  and (classid in ('pg_rewrite'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass,
                      'pg_proc'::regclass, 'pg_publication_rel'::regclass)
                    or classid = 'pg_class'::regclass and objid = attrelid and objsubid > 0
                    or pg_attrdef.oid is not null and (adrelid <> attrelid or adnum <> attnum)))
            from pg_attribute left join pg_partitioned_table on partrelid = attrelid
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
    public Optional<Obstacle> unlike(String spelled) {
        return FAMILIES.contains(spelled.replaceAll("\\([^)]*\\)", ""))
                ? Optional.empty()
                : Optional.of(Obstacle.OWN_RULES);
    }

    @Override
    public boolean takesAll(String spelled, boolean negatives) {
        return true;
    }

    /** The server builds indexes and foreign keys anew by itself; these it leaves to people. */
    @Override
    public Optional<Hindrance> hindrance(Connection connection, ColumnChanges.Place place) throws SQLException {
        List<String> column = List.of(place.table().sql(), place.column().name());
        return SystemCatalogue.rows(connection, HINDRANCE, column, row -> {
                    boolean above = !row.getString(1).isEmpty();
                    return new Hindrance(above ? Obstacle.INHERITED : Obstacle.USED, row.getString(above ? 1 : 2));
                })
                .stream()
                .filter(found -> !found.what().isEmpty())
                .findFirst();
    }

    @Override
    public ColumnWidening change(Connection connection, ColumnChanges.Place place, LogicalType wider, boolean negatives)
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
        return place.change(type, sql, work(place.column().type(), wider), false);
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
