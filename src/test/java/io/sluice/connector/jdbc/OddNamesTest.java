package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.Steps;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.engine.Connectors;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.Connector;
import io.sluice.spi.Discovery;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.FileRoots;
import io.sluice.spi.Reader;
import io.sluice.spi.SupportsDiscovery;
import io.sluice.spi.SupportsTableCreation;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the form does with a table of odd names: it is found, its columns are read, a table like it is created in another
 * system and filled, and found there again, always by the names that the look-ups tell.
 */
class OddNamesTest {
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase SQLITE = SqliteFiles.database();

    private static final String TABLE = "odd <b>\"t\"</b> `x` 'y' [z] \\ 表";
    private static final List<String> COLUMNS = List.of(
            "<img src=x>",
            "it's \"quoted\"",
            "back\\slash",
            "  before",
            "line\nbreak",
            "عمود عربي",
            "..",
            "a/b",
            "a.b",
            "$1 ? :x @y {z}",
            "${bizdate}",
            "x".repeat(63),
            "{\"json\": 1}",
            "tab\there",
            "`tick`",
            "``",
            "[bracket]",
            "--",
            "/* c */",
            "%s %d %%",
            "*",
            "select");

    /** One of the three systems. */
    enum End {
        MYSQL("mysql", MARIADB, '`'),
        POSTGRES("postgresql", POSTGRESQL, '"'),
        SQLITE_FILE("sqlite", SQLITE, '"');

        private final String type;
        private final TestDatabase database;
        private final String quote;

        End(String type, TestDatabase database, char quote) {
            this.type = type;
            this.database = database;
            this.quote = String.valueOf(quote);
        }

        ConfigValue.Obj settings() {
            return this == SQLITE_FILE ? SqliteFiles.settings(database) : Databases.settings(database);
        }

        Connector connector() {
            return Connectors.load().find(type).orElseThrow();
        }

        String quoted(String name) {
            return quote + name.replace(quote, quote + quote) + quote;
        }

        /** The one table whose name has this in it, as users write it. */
        String found(String part) throws Exception {
            try (Discovery discovery =
                    ((SupportsDiscovery) connector()).discover(settings(), FileRoots.unrestricted())) {
                List<String> names = discovery.tables(new TableQuery("", part, 10)).tables().stream()
                        .map(TableEntry::name)
                        .toList();
                assertThat(names).hasSize(1);
                assertThat(discovery.table(names.getFirst())).isPresent();
                return names.getFirst();
            }
        }

        Schema schema(String table) throws Exception {
            RecordingContext context = RecordingContext.unrestricted(1).with("db", settings());
            try (Reader<?> reader = Steps.reader(connector(), Databases.step(table, "*"), context)) {
                return reader.discover();
            }
        }

        void create(Schema source, String table) throws Exception {
            SupportsTableCreation creation = (SupportsTableCreation) connector();
            String sql = creation.propose(source, table, Instants.LOCAL).sql();
            creation.create(settings(), FileRoots.unrestricted(), sql);
        }

        Copy.Step step(String table, List<String> columns) {
            ConfigValue.Obj parameters = Databases.step(table, columns.toArray(String[]::new));
            return new Copy.Step(type, parameters.with("datasource", name()));
        }
    }

    static Stream<Arguments> pairs() {
        return Stream.of(End.values()).flatMap(from -> Stream.of(End.values()).map(to -> Arguments.of(from, to)));
    }

    private static List<String> names(Schema schema) {
        return schema.columns().stream().map(Column::name).toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aTableOfOddNamesIsFoundCopiedAndFoundAgain(End from, End to) throws Exception {
        String pair = from.ordinal() + "-" + to.ordinal();
        List<String> columns = new ArrayList<>(List.of("id"));
        columns.addAll(COLUMNS);
        String source = from.quoted(pair + " from " + TABLE);
        from.database.run(
                "create table " + source + " (id int primary key"
                        + COLUMNS.stream()
                                .map(name -> ", " + from.quoted(name) + " varchar(20)")
                                .collect(Collectors.joining())
                        + ")",
                "insert into " + source + " values (1"
                        + IntStream.range(0, COLUMNS.size())
                                .mapToObj(", 'value %d'"::formatted)
                                .collect(Collectors.joining())
                        + ")");

        String found = from.found(pair + " FROM");
        Schema schema = from.schema(found);
        assertThat(names(schema)).isEqualTo(columns);
        to.create(schema, to.quoted(pair + " to " + TABLE));
        String created = to.found(pair + " to");
        List<String> written = columns.stream().map(to::quoted).toList();
        List<String> read = columns.stream().map(from::quoted).toList();
        RunResult result = new Copy()
                .with(from.name(), from.type, from.settings())
                .with(to.name(), to.type, to.settings())
                .verifying()
                .run(from.step(found, read), to.step(created, written));

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(names(to.schema(created))).isEqualTo(columns);
        assertThat(to.database.rows("select * from " + to.quoted(pair + " to " + TABLE)))
                .containsExactly("1|"
                        + IntStream.range(0, COLUMNS.size())
                                .mapToObj("value %d"::formatted)
                                .collect(Collectors.joining("|")));
    }
}
