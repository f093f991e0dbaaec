package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ColumnEncoder;
import io.sluice.connector.jdbc.Dialect;
import io.sluice.connector.jdbc.Encoders;
import io.sluice.connector.jdbc.Inserts;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.ReadSource;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.SqlErrors;
import io.sluice.connector.jdbc.TableColumn;
import io.sluice.connector.jdbc.Target;
import io.sluice.connector.jdbc.TemporalWriter;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * SQL of PostgreSQL. Queries run as plain statements, because the driver would take question marks of operators for
 * parameters in prepared ones.
 */
final class PostgresqlDialect implements Dialect {
    private static final int LONGEST_NAME = 63;
    private static final String ALWAYS = " generated always as identity";

    /** What a domain, or an array of a domain, is in the end: the limit of its values is that of the type below it. */
    private static final String TYPE_BELOW_DOMAINS = """
            (with recursive step (type, modifier, dimensions, depth) as (
                select a.atttypid, a.atttypmod, '', 0
              union all
                select case when d.typtype = 'd' then d.typbasetype else e.oid end,
                    case when d.typtype = 'd' and d.typtypmod >= 0 then d.typtypmod else step.modifier end,
                    case when d.typtype = 'd' then step.dimensions else '[]' end,
                    step.depth + 1
                from step join pg_type d on d.oid = step.type
                  left join pg_type e on e.oid = d.typelem and e.typtype = 'd' and d.typcategory = 'A'
                where d.typtype = 'd' or e.oid is not null)
              select format_type(type, modifier) || dimensions%s from step order by depth desc limit 1)""";

    /** The types of a row's fields, each in the end as well; of rows in rows in rows only the outer ones. */
    private static final String FIELDS = """
             || coalesce((select ' of (' || string_agg(%s, ';' order by a.attnum) || ')'
                from pg_type d left join pg_type e on e.oid = d.typelem and d.typcategory = 'A'
                  join pg_class c on c.oid = coalesce(nullif(d.typrelid, 0), e.typrelid)
                  join pg_attribute a on a.attrelid = c.oid
                where d.oid = step.type and a.attnum > 0 and not a.attisdropped), '')""";

    private static final String TYPE_WITH_FIELDS = TYPE_BELOW_DOMAINS.formatted(
            FIELDS.formatted(TYPE_BELOW_DOMAINS.formatted(FIELDS.formatted(TYPE_BELOW_DOMAINS.formatted("")))));

    private static final String COLUMNS = """
            select a.attname, %s
                || case when a.attidentity = 'a' then ' generated always as identity' else '' end,
              a.attgenerated <> '',
              coalesce(a.attnum = any (i.indkey), false),
              coalesce(col_description(a.attrelid, a.attnum), ''),
              a.atthasdef or a.attidentity <> '' or t.typdefault is not null
            from pg_attribute a join pg_type t on t.oid = a.atttypid
              left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
            where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
            order by a.attnum""".formatted(TYPE_WITH_FIELDS);

    @Override
    public char quoteCharacter() {
        return '"';
    }

    @Override
    public String fold(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    /** The server would cut a longer name to the longest it knows, and find another table. */
    @Override
    public List<TableColumn> columns(Connection connection, String table, List<String> parts) throws SQLException {
        if (parts.stream().anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                List<TableColumn> columns = new ArrayList<>();
                while (row.next()) {
                    TableColumn.Use use = row.getBoolean(3) ? TableColumn.Use.GENERATED : TableColumn.Use.ORDINARY;
                    columns.add(new TableColumn(
                            row.getString(1),
                            row.getString(2),
                            use,
                            false,
                            row.getBoolean(4),
                            row.getString(5),
                            row.getBoolean(6)));
                }
                return columns;
            }
        }
    }

    /** Money is a number with currency signs and separators of the server's locale around it. */
    @Override
    public String selected(TableColumn column) {
        String name = quote(column.name());
        return column.definition().equals("money") ? name + "::numeric AS " + name : name;
    }

    @Override
    public List<ResultColumn> describe(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("SELECT * FROM (" + bare(query) + "\n) described LIMIT 0")) {
            ResultSetMetaData meta = nothing.getMetaData();
            boolean inBytes = measuresInBytes(connection);
            List<ResultColumn> columns = new ArrayList<>();
            for (int index = 1; index <= meta.getColumnCount(); index++) {
                ResultColumn column = PostgresqlTypes.column(meta, index);
                columns.add(inBytes ? PostgresqlTypes.inBytes(column) : column);
            }
            return columns;
        }
    }

    /** A database without an encoding takes every byte for a character. */
    private static boolean measuresInBytes(Connection connection) throws SQLException {
        return "SQL_ASCII".equals(connection.unwrap(PGConnection.class).getParameterStatus("server_encoding"));
    }

    /** Keys arrive as text whichever way they are fetched. */
    @Override
    public String keyText(String key, LogicalType type) {
        return key + "::text";
    }

    /** A statement without its semicolon. */
    static String bare(String query) {
        String text = query.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void requireUnchanged(Statement statement, ReadSource source, String query) throws SQLException {
        SteadySource.require(statement.getConnection(), this, source, query);
    }

    @Override
    public Statement statement(Connection connection, String query, int fetchSize) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(fetchSize);
        return statement;
    }

    @Override
    public ResultSet execute(Statement statement, String query) throws SQLException {
        return statement.executeQuery(query);
    }

    @Override
    public ColumnEncoder encoder(Column column, TableColumn catalogue) {
        return TypeLimit.checked(column, catalogue.definition(), encoder(column.type()));
    }

    private static ColumnEncoder encoder(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> Encoders.bool();
            case LogicalType.Int ignored -> Encoders.whole();
            case LogicalType.Real ignored -> Encoders.real();
            case LogicalType.Decimal ignored -> Encoders.decimalText();
            case LogicalType.Text text ->
                text.maxLength() > 0 && !text.blankPadded() ? Encoders.stringUpTo(text.maxLength()) : Encoders.string();
            case LogicalType.Binary ignored -> Encoders.bytes();
            case LogicalType.Date ignored -> temporal(TemporalWriter::date);
            case LogicalType.Time ignored -> temporal(TemporalWriter::time);
            case LogicalType.Timestamp ignored -> temporal(TemporalWriter::timestamp);
            case LogicalType.Instant ignored -> instant();
            case LogicalType.Bits ignored -> Encoders.string();
            case LogicalType.Interval ignored -> Encoders.string();
            case LogicalType.Json ignored -> Encoders.string();
            case LogicalType.Uuid ignored -> Encoders.string();
        };
    }

    /** Bounds are the server's, which knows infinities too. */
    private static ColumnEncoder temporal(Encoders.TextWriter form) {
        return Encoders.temporal(form, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The session runs in UTC, so a text without zone is one. */
    private static ColumnEncoder instant() {
        return temporal(TemporalWriter::timestamp);
    }

    @Override
    public String checkNow() {
        return "SET CONSTRAINTS ALL IMMEDIATE";
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return SqlErrors.classify(failure, PostgresqlDialect::own);
    }

    /** 21000 is a key that occurs twice in one upsert; 22P05 and 22021 are characters the database cannot hold. */
    private static Optional<ErrorCode> own(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return Optional.empty();
        }
        return switch (state) {
            case "3D000" -> Optional.of(JdbcError.DATABASE_UNKNOWN);
            case "42501" -> Optional.of(JdbcError.PRIVILEGE_MISSING);
            case "428C9" -> Optional.of(JdbcError.SQL_INVALID);
            default -> Optional.empty();
        };
    }

    /** An identity column that is always generated takes our values only when told so. */
    String insert(Target target) {
        boolean always =
                target.columns().stream().anyMatch(column -> column.definition().endsWith(ALWAYS));
        return Inserts.sql(this, target, "INSERT", always ? "OVERRIDING SYSTEM VALUE" : "");
    }
}
