package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.IdleConnections;
import io.sluice.connector.jdbc.JdbcReader;
import io.sluice.connector.jdbc.JdbcSplit;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.Sessions;
import io.sluice.connector.jdbc.SplitKey;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.SupportsEncodedRead;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowEncoding;
import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads by COPY in binary form, tables without a split key in ranges of their blocks. What COPY cannot do is left to
 * the toolkit's reader, which delivers the same columns and values.
 */
final class PostgresqlReader implements Reader<PostgresqlSplit>, SupportsEncodedRead {
    private final PostgresqlDialect dialect;
    private final JdbcReader rows;
    private final CopySources examination;
    private final IdleConnections idle;
    private final TaskContext context;
    private List<CopySource> sources = List.of();
    private Schema schema = Schema.of();

    PostgresqlReader(PostgresqlDialect dialect, JdbcReader rows, CopySources examination, TaskContext context) {
        this.dialect = dialect;
        this.rows = rows;
        this.examination = examination;
        idle = rows.idle();
        this.context = context;
    }

    @Override
    public Schema discover() throws SQLException {
        schema = rows.discover();
        sources = examination.examine();
        return schema;
    }

    /** Rows of several tables are one stream, so all must have the same types. */
    @Override
    public Optional<RowEncoding> rowEncoding() {
        boolean alike = sources.stream()
                .allMatch(source ->
                        source.byCopy() && source.allBinary() && types(source).equals(types(sources.getFirst())));
        return alike
                ? Optional.of(new RowEncoding(
                        BinaryTypes.ROW_FORMAT,
                        schema,
                        (data, from, to, into) -> new BinaryRows(schema).decode(data, from, into)))
                : Optional.empty();
    }

    private static List<Column> types(CopySource source) {
        return source.columns().stream()
                .map(ResultColumn::column)
                .map(column -> new Column("", column.type(), true, BinaryTypes.plain(column.nativeType()), false))
                .toList();
    }

    @Override
    public List<PostgresqlSplit> plan(int wanted) throws SQLException {
        List<PostgresqlSplit> splits = new ArrayList<>();
        int each = rows.partsOfEach(wanted);
        for (int i = 0; i < sources.size(); i++) {
            CopySource source = sources.get(i);
            if (source.stored().isEmpty()) {
                rows.splits(i, each).forEach(part -> splits.add(new PostgresqlSplit(part, null)));
            } else {
                JdbcSplit whole = JdbcSplit.all(i, source.source().name());
                ranges(source, each).forEach(range -> splits.add(new PostgresqlSplit(whole, range)));
            }
        }
        return List.copyOf(splits);
    }

    private List<TupleRange> ranges(CopySource source, int wanted) throws SQLException {
        long blocks =
                source.stored().stream().mapToLong(StoredTables.Stored::blocks).sum();
        int parts = wanted > 1 && source.isFiltered() && servedByIndex(source, wanted) ? 1 : wanted;
        List<TupleRange> ranges = new ArrayList<>();
        for (StoredTables.Stored stored : source.stored()) {
            ranges.addAll(stored.cut(Math.ceilDiv(parts * stored.blocks(), Math.max(1, blocks))));
        }
        return ranges;
    }

    /** Whether the server finds the rows of a part by an index: then more parts are only more look-ups. */
    private boolean servedByIndex(CopySource source, int wanted) throws SQLException {
        TupleRange part = source.stored().getFirst().cut(wanted).getFirst();
        Sessions sessions = source.source().sessions();
        Connection connection = idle.take(sessions);
        try {
            boolean sorted = PlaceQuery.prepare(connection, source, part).sorted();
            idle.giveBack(sessions, connection);
            return sorted;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public SplitReader<PostgresqlSplit> open(PostgresqlSplit split) throws SQLException {
        CopySource source = sources.get(split.rows().source());
        if (!source.byCopy() || split.rows().part() == JdbcSplit.Part.NOTHING) {
            return new CursorSplitReader(rows.open(split.rows()));
        }
        rows.warnOfRepetition(split.rows());
        Sessions sessions = source.source().sessions();
        Connection connection = idle.take(sessions);
        try {
            CopySession session = new CopySession(connection, one -> idle.giveBack(sessions, one), context);
            try {
                return open(session, source, split);
            } catch (SQLException | RuntimeException failure) {
                session.release();
                throw failure;
            }
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private SplitReader<PostgresqlSplit> open(CopySession session, CopySource source, PostgresqlSplit split)
            throws SQLException {
        TupleRange tuples = split.tuples();
        if (tuples == null) {
            SplitKey key = source.source().key();
            boolean ordered = key != null && key.ordered() && split.rows().part() == JdbcSplit.Part.KEY_RANGE;
            String query = PostgresqlDialect.bare(source.source().select(dialect, split.rows()));
            SteadySource.require(session.connection(), dialect, source.source(), query);
            return open(session, source, split, ordered ? Position.KEY : Position.NONE, query);
        }
        PlaceQuery.Prepared prepared = PlaceQuery.prepare(session.connection(), source, tuples);
        if (prepared.byBlocks()) {
            CopiedRows copied = new CopiedRows(source.schema(), Position.NONE, split, context);
            return new BlockSplitReader(session, split, source, copied, prepared.blocks());
        }
        return open(session, source, split, Position.PLACE, prepared.query());
    }

    private SplitReader<PostgresqlSplit> open(
            CopySession session, CopySource source, PostgresqlSplit split, Position position, String query)
            throws SQLException {
        String copy = CopySelect.of(query, source.columns(), position != Position.NONE);
        CopiedRows copied = new CopiedRows(source.schema(), position, split, context);
        return new CopySplitReader(session, split, copied, CopyStream.begin(session.connection(), copy));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
