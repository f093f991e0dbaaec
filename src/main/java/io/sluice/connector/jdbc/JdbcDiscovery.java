package io.sluice.connector.jdbc;

import io.sluice.spi.Discovery;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ServerMessage;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Look-ups in a relational database, over one connection that the first of them opens. */
public final class JdbcDiscovery implements Discovery {
    private final Dialect dialect;
    private final SystemCatalogue catalogue;
    private final Sessions sessions;

    private final Object lock = new Object();
    private @Nullable Connection connection;
    private boolean asking;
    private boolean closed;

    /** @param sessions whose reading connections change nothing */
    public JdbcDiscovery(Dialect dialect, SystemCatalogue catalogue, Sessions sessions) {
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.sessions = sessions;
    }

    /** The settings of a data source. @throws SluiceException PARAMETER_INVALID */
    public static <D extends Record> D bound(ConfigSpec<D> spec, ConfigValue.Obj settings) {
        return switch (spec.bind(settings)) {
            case Bound.Valid<D> valid -> valid.value();
            case Bound.Invalid<D> invalid ->
                throw new SluiceException(
                        CommonError.PARAMETER_INVALID,
                        invalid.problems().stream()
                                .filter(ConfigProblem::isError)
                                .map(ConfigProblem::message)
                                .collect(Collectors.joining("; ")));
        };
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    @Override
    public List<String> schemas() throws SQLException {
        return ask(catalogue::schemas);
    }

    @Override
    public TableList tables(TableQuery query) throws SQLException {
        List<SystemCatalogue.Relation> found = ask(open -> catalogue.tables(open, query));
        return new TableList(
                found.stream().limit(query.limit()).map(this::entry).toList(), found.size() > query.limit());
    }

    private TableEntry entry(SystemCatalogue.Relation relation) {
        String name = Identifier.spell(relation.parts(), dialect.quoteCharacter());
        return new TableEntry(name, relation.view(), relation.rows(), relation.comment());
    }

    @Override
    public Optional<TableDescription> table(String name) throws SQLException {
        String first = TableNames.expand(List.of(name)).getFirst();
        return ask(open -> {
            try {
                return Optional.of(describe(open, Tables.resolve(dialect, open, first)));
            } catch (SluiceException failure) {
                if (failure.code() == JdbcError.TABLE_UNKNOWN) {
                    return Optional.empty();
                }
                throw failure;
            }
        });
    }

    private TableDescription describe(Connection open, Tables.Table table) throws SQLException {
        List<String> list = Tables.selectList(dialect, table, List.of("*"));
        String query = "SELECT " + String.join(", ", list) + " FROM " + table.sql();
        List<Column> columns = CatalogueFacts.add(dialect, table, list, dialect.describe(open, query)).stream()
                .map(ResultColumn::column)
                .toList();
        List<String> computed = table.columns().stream()
                .filter(TableColumn::generated)
                .map(TableColumn::name)
                .toList();
        return new TableDescription(
                entry(catalogue.table(open, table.parts())),
                columns,
                table.key(),
                computed,
                splitKeys(table, columns, catalogue.indexed(open, table.parts())));
    }

    /** Only what {@link SplitKeys} takes; the best index first, and each column with its best. */
    private List<SplitKeyChoice> splitKeys(Tables.Table table, List<Column> columns, List<SplitKeyChoice> indexed) {
        List<SplitKeyChoice> choices = new ArrayList<>();
        indexed.stream().sorted(Comparator.comparing(SplitKeyChoice::reason)).forEach(choice -> {
            boolean known = choices.stream().anyMatch(one -> one.column().equals(choice.column()));
            if (!known && cuts(table, columns, choice.column())) {
                choices.add(choice);
            }
        });
        return choices;
    }

    private boolean cuts(Tables.Table table, List<Column> columns, String name) {
        Optional<Column> column =
                columns.stream().filter(one -> one.name().equals(name)).findFirst();
        Optional<TableColumn> catalogued =
                table.columns().stream().filter(one -> one.name().equals(name)).findFirst();
        return column.isPresent() && catalogued.isPresent() && SplitKeys.cuts(dialect, column.get(), catalogued.get());
    }

    @Override
    public List<Column> query(String statement) throws SQLException {
        return ask(open -> dialect.describe(open, statement).stream()
                .map(ResultColumn::column)
                .toList());
    }

    @Override
    public Filtered filtered(String name, String condition) throws SQLException {
        if (condition.contains(";")) {
            return new Filtered.About(-1);
        }
        String first = TableNames.expand(List.of(name)).getFirst();
        return ask(open -> {
            Tables.Table table = Tables.resolve(dialect, open, first);
            // A filter may end in a comment, hence the line break.
            String query = "SELECT 1 FROM " + table.sql() + " WHERE (" + condition + "\n)";
            try {
                long rows = catalogue.planned(open, query);
                boolean counted = catalogue.table(open, table.parts()).rows() >= 0;
                return new Filtered.About(counted ? rows : -1);
            } catch (SQLException failure) {
                if (dialect.classify(failure).category() == Category.TRANSIENT || isClosed()) {
                    throw failure;
                }
                return new Filtered.Refused(words(failure));
            }
        });
    }

    /** PostgreSQL says first how grave it is, which is said already. */
    private static String words(SQLException refusal) {
        String first = ServerMessage.of(refusal).lines().findFirst().orElse("");
        return first.replaceFirst("^ERROR: ", "");
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    private <T> T ask(Question<T> question) throws SQLException {
        Connection open = connected();
        try {
            return question.ask(open);
        } finally {
            synchronized (lock) {
                asking = false;
            }
        }
    }

    private Connection connected() throws SQLException {
        synchronized (lock) {
            requireOpen();
            if (connection != null) {
                asking = true;
                return connection;
            }
        }
        Connection opened = sessions.reading();
        synchronized (lock) {
            if (!closed) {
                connection = opened;
                asking = true;
                return opened;
            }
        }
        opened.close();
        throw cancelled();
    }

    private void requireOpen() {
        if (closed) {
            throw cancelled();
        }
    }

    private static SluiceException cancelled() {
        return new SluiceException(CommonError.CANCELLED, "The look-up was broken off");
    }

    @Override
    public void close() {
        Connection open;
        boolean waiting;
        synchronized (lock) {
            closed = true;
            open = connection;
            connection = null;
            waiting = asking;
        }
        if (open != null) {
            end(open, waiting);
        }
    }

    private void end(Connection open, boolean waiting) {
        try {
            if (waiting) {
                new StatementCancel(open, () -> catalogue.cancel(open)).run();
            } else {
                open.close();
            }
        } catch (SQLException alreadyGone) {
            Objects.requireNonNull(alreadyGone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
