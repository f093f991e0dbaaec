package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.Copy;
import io.sluice.connector.Steps;
import io.sluice.connector.sqlite.SqliteFiles;
import io.sluice.engine.Connectors;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.SchemaMapping;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.engine.convert.ValueChoices;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.SupportsTableCreation;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A table with every type is proposed for another system, created there, filled, and compared by what the servers show
 * and by the engine; then the same from there back again.
 */
class TableCreationTest {
    private static final TestDatabase POSTGRESQL = PostgreSqlServer.shared().database();
    private static final TestDatabase MARIADB = MariaDbServer.shared().database();
    private static final TestDatabase SQLITE = SqliteFiles.database();

    /** One system of the test. */
    private record End(String type, TestDatabase database, ConfigValue.Obj settings) {
        Connector connector() {
            return Connectors.load().find(type).orElseThrow();
        }

        Schema schema(String table) throws Exception {
            RecordingContext context = RecordingContext.unrestricted(1).with("db", settings);
            try (Reader<?> reader = Steps.reader(connector(), Databases.step(table, "*"), context)) {
                return reader.discover();
            }
        }

        TableDefinition create(Schema source, String table) {
            TableDefinition proposed = ((SupportsTableCreation) connector()).propose(source, table, Instants.LOCAL);
            assertThat(proposed.columns())
                    .allSatisfy(column -> assertThat(column.reason()).isNotBlank());
            database.run("drop table if exists " + table, proposed.sql());
            return proposed;
        }

        List<String> show(String table, List<TypeSample> samples) {
            List<String> list = new ArrayList<>();
            for (TypeSample sample : samples) {
                list.add(
                        switch (type) {
                            case "mysql" -> "concat(" + sample.mariaDb() + ")";
                            case "sqlite" -> "iif(" + sample.name() + " is null, null, " + sample.sqlite() + ")";
                            default -> "(" + sample.postgreSql() + ")::text";
                        });
            }
            String query = "select id, " + String.join(", ", list) + " from " + table + " order by id";
            return TableCreationTest.normal(samples, database.rows(query));
        }
    }

    private static End mariaDb() {
        return new End(
                "mysql",
                new TestDatabase(
                        MARIADB.host(),
                        MARIADB.port(),
                        MARIADB.name(),
                        MARIADB.user(),
                        MARIADB.password(),
                        MARIADB.url() + (MARIADB.url().contains("?") ? "&" : "?")
                                + "sessionVariables=time_zone='+00:00',sql_mode=''"),
                Databases.settings(MARIADB));
    }

    private static End postgreSql() {
        return new End("postgresql", POSTGRESQL, Databases.settings(POSTGRESQL));
    }

    private static End sqlite() {
        return new End("sqlite", SQLITE, SqliteFiles.settings(SQLITE));
    }

    /** Servers spell the same floating point number differently. */
    private static List<String> normal(List<TypeSample> samples, List<String> rows) {
        List<String> all = new ArrayList<>();
        for (String row : rows) {
            String[] values = row.split("\\|", -1);
            for (int column = 0; column < samples.size(); column++) {
                boolean real = samples.get(column).type().matches("float|double|real|float8");
                if (real && !values[column + 1].equals("∅")) {
                    values[column + 1] = Double.toString(Double.parseDouble(values[column + 1]));
                }
            }
            all.add(String.join("|", values));
        }
        return all;
    }

    private static void fill(End end, String table, List<TypeSample> samples) {
        List<String> columns =
                samples.stream().map(one -> one.name() + " " + one.type()).toList();
        List<String> statements = new ArrayList<>(List.of(
                "drop table if exists " + table,
                "create table " + table + " (id int not null primary key, " + String.join(", ", columns) + ")"));
        for (int row = 0; row < 4; row++) {
            int at = row;
            List<String> values = samples.stream()
                    .map(one -> one.values().get(at % one.values().size()))
                    .toList();
            statements.add("insert into " + table + " values (" + row + ", " + String.join(", ", values) + ")");
        }
        statements.add("insert into " + table + " (id) values (9)");
        end.database().run(statements.toArray(String[]::new));
    }

    private static void copy(End from, String source, End to, String target) throws Exception {
        Copy copy = new Copy()
                .with("from", from.type(), from.settings())
                .with("to", to.type(), to.settings())
                .zone("UTC")
                .verifying();
        RunResult result = copy.run(
                new Copy.Step(from.type(), Databases.step(source, "*").with("datasource", "from")),
                new Copy.Step(to.type(), Databases.step(target, "*").with("datasource", "to")));
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(copy.log()).anySatisfy(line -> assertThat(line).contains("Source and target are equal: 5 rows]"));
        assertThat(copy.dirty()).isEmpty();
        assertThat(result.statistics().recordsDirty()).isZero();
        assertThat(result.statistics().recordsWritten()).isEqualTo(5);
    }

    private static void same(List<String> actual, List<String> expected, List<TypeSample> samples) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            String[] found = actual.get(row).split("\\|", -1);
            String[] wanted = expected.get(row).split("\\|", -1);
            for (int column = 0; column < samples.size(); column++) {
                assertThat(found[column + 1])
                        .as("%s in row %d", samples.get(column).name(), row)
                        .isEqualTo(wanted[column + 1]);
            }
        }
    }

    private static List<TypeSample> without(List<TypeSample> samples, List<String> names) {
        return samples.stream().filter(one -> !names.contains(one.name())).toList();
    }

    /** Samples that look different in the other system, and when they are back, although nothing is lost. */
    private record Different(List<String> there, List<String> back) {}

    /** Copies there and back through proposed tables; nothing is lost in either. */
    private static void thereAndBack(End from, End to, List<TypeSample> samples, Different different) throws Exception {
        String origin = "origin_" + to.type();
        fill(from, origin, samples);
        Schema source = from.schema(origin);
        to.create(source, "there_" + from.type());
        copy(from, origin, to, "there_" + from.type());
        List<TypeSample> alike = without(samples, different.there());
        same(to.show("there_" + from.type(), alike), from.show(origin, alike), alike);

        Schema there = to.schema("there_" + from.type());
        from.create(there, "back_" + to.type());
        copy(to, "there_" + from.type(), from, "back_" + to.type());
        Schema back = from.schema("back_" + to.type());
        alike = without(samples, different.back());
        same(from.show("back_" + to.type(), alike), from.show(origin, alike), alike);
        noValueIsLost(source, there);
        noValueIsLost(there, back);
        assertThat(back.columns().getFirst().key()).isTrue();
        assertThat(nullable(there)).isEqualTo(nullable(source));
        assertThat(nullable(back)).isEqualTo(nullable(source));
    }

    private static List<Boolean> nullable(Schema schema) {
        return schema.columns().stream().map(Column::nullable).toList();
    }

    private static void noValueIsLost(Schema from, Schema to) {
        SchemaMapping mapping =
                SchemaMapping.of(from, to, ConversionRules.DEFAULT.withZone(ZoneOffset.UTC), ValueChoices.NONE);
        assertThat(mapping.columns())
                .allSatisfy(column -> assertThat(column.kind()).as("%s", column).isIn(Kind.EXACT, Kind.WIDENING));
    }

    @Test
    void fromMariaDbToPostgreSqlAndBack() throws Exception {
        Different different = new Different(List.of(), List.of("c_time"));
        thereAndBack(mariaDb(), postgreSql(), TypeSample.ofMariaDb(), different);
        String longest = TypeSample.longestTime();
        assertThat(MARIADB.rows("select c_time from back_postgresql where id < 3 order by id"))
                .containsExactly(
                        "PT" + longest, "PT-" + longest.replace("H", "H-").replace("M", "M-"), "PT12H34M56.123456S");
    }

    /** MySQL keeps what a JSON text means, and not how it is spelled. */
    @Test
    void fromPostgreSqlToMariaDbAndBack() throws Exception {
        List<String> spelled = MariaDbServer.isMySql() ? List.of("c_interval", "c_json") : List.of("c_interval");
        Different different = new Different(spelled, spelled);
        thereAndBack(postgreSql(), mariaDb(), TypeSample.load("types-postgresql.txt"), different);
        assertThat(POSTGRESQL.rows("select c_interval from back_mysql where id < 2 order by id"))
                .containsExactly("P1Y2M3DT4H5M6.000001S", "P-1D");
    }

    /** SQLite has one size of floating point numbers and no checksum to show long text by. */
    @Test
    void fromMariaDbToSqliteAndBack() throws Exception {
        Different different = new Different(
                List.of("c_float", "c_text", "c_longtext", "c_long_varchar"),
                List.of("c_float", "c_timestamp", "c_bits", "c_bits64"));
        thereAndBack(mariaDb(), sqlite(), TypeSample.ofMariaDb(), different);
        assertThat(MARIADB.rows("select c_float, c_timestamp, c_bits from back_sqlite where id < 2 order by id"))
                .containsExactly(
                        "0.1|1970-01-01 00:00:01.000001|10000001", "-3.4028235e38|2038-01-19 03:14:07.999999|00000001");
    }

    private static Schema keyed(LogicalType... key) {
        List<Column> columns = new ArrayList<>();
        for (LogicalType type : key) {
            columns.add(new Column("k" + columns.size(), type, false, "", true));
        }
        columns.add(new Column("v", LogicalType.Text.UNBOUNDED));
        return new Schema(columns);
    }

    @Test
    void keysStayWithinTheLimitOfTheServer() {
        for (Schema source : List.of(
                keyed(LogicalType.Text.UNBOUNDED),
                keyed(new LogicalType.Text(1000)),
                keyed(LogicalType.Int.INT64, LogicalType.Text.UNBOUNDED, new LogicalType.Text(20)),
                keyed(LogicalType.Binary.UNBOUNDED, LogicalType.Text.UNBOUNDED, LogicalType.Decimal.UNBOUNDED),
                keyed(new LogicalType.Uuid(), new LogicalType.Json(), new LogicalType.Decimal(65, 30)))) {
            TableDefinition made = mariaDb().create(source, "keyed");
            assertThat(made.columns().getFirst().nullable()).isFalse();
            postgreSql().create(source, "keyed");
            sqlite().create(source, "keyed");
        }
        TableDefinition made = mariaDb().create(keyed(LogicalType.Text.UNBOUNDED), "keyed");
        assertThat(made.columns().getFirst().type()).startsWith("VARCHAR(768)");
        assertThat(made.columns().getFirst().reason()).contains("3,072");
        MARIADB.run("insert into keyed (k0) values ('a'), ('A'), ('ä')");
    }

    @Test
    void rowsStayWithinTheLimitOfTheServer() {
        List<Column> columns = new ArrayList<>(List.of(new Column("id", LogicalType.Int.INT64, false, "", true)));
        for (int index = 0; index < 60; index++) {
            columns.add(new Column("c" + index, new LogicalType.Text(300 + 50 * index)));
            columns.add(new Column("b" + index, new LogicalType.Binary(100 * index + 1)));
        }
        TableDefinition made = mariaDb().create(new Schema(columns), "wide");
        assertThat(made.columns())
                .anySatisfy(column -> assertThat(column.reason()).contains("65,535"))
                .anySatisfy(column -> assertThat(column.type()).isEqualTo("VARCHAR(300)"));
    }

    @Test
    void namesAndCommentsArriveExactly() throws Exception {
        List<Column> columns = new ArrayList<>();
        for (String name :
                List.of("order", "Select", "a b", "a\"b", "a`b", "a.b", "名前", "1st", "?", "--", "x;y", "%")) {
            columns.add(new Column(
                    name,
                    LogicalType.Int.INT32,
                    false,
                    "",
                    columns.isEmpty(),
                    "it's \"" + name + "\" \\ \n 100 %",
                    false));
        }
        for (End end : List.of(mariaDb(), postgreSql(), sqlite())) {
            end.create(new Schema(columns), "named");
            Schema made = end.schema("named");
            assertThat(made.columns().stream().map(Column::name))
                    .containsExactlyElementsOf(
                            columns.stream().map(Column::name).toList());
            if (!end.type().equals("sqlite")) {
                assertThat(made.columns().stream().map(Column::comment))
                        .containsExactlyElementsOf(
                                columns.stream().map(Column::comment).toList());
            }
        }
    }

    private static Schema named(String... names) {
        return new Schema(Arrays.stream(names)
                .map(name -> new Column(name, LogicalType.Int.INT32))
                .toList());
    }

    @Test
    void namesThatWouldChangeOrClashAreRefused() {
        String sixtyThree = "é".repeat(31) + "x";
        postgreSql().create(named(sixtyThree), "long_name");
        refused(postgreSql(), named(sixtyThree + "y"), "t", "64 bytes");
        refused(postgreSql(), named("a"), "t".repeat(64), "64 bytes");
        mariaDb().create(named("x".repeat(64)), "long_name");
        refused(mariaDb(), named("x".repeat(65)), "t", "65 characters");
        refused(mariaDb(), named("ID", "id"), "t", "two columns");
        refused(sqlite(), named("ID", "id"), "t", "two columns");
        refused(mariaDb(), named("ends "), "t", "blank");
        refused(mariaDb(), named("😀"), "t", "U+FFFF");
        postgreSql().create(named("ID", "id", "😀", "ends "), "twins");
        for (End end : List.of(mariaDb(), postgreSql(), sqlite())) {
            refused(end, named(""), "t", "empty");
            refused(end, named("a\0b"), "t", "zero character");
            refused(end, named("a", "a"), "t", "two columns");
        }
    }

    private static void refused(End end, Schema source, String table, String why) {
        SupportsTableCreation connector = (SupportsTableCreation) end.connector();
        assertThatThrownBy(() -> connector.propose(source, table, Instants.LOCAL))
                .isInstanceOfSatisfying(SluiceException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(CommonError.PARAMETER_INVALID);
                    assertThat(refusal).hasMessageContaining(why);
                });
    }

    @Test
    void pointsInTimeLeaveAChoiceWhereNoTypeHoldsThemAll() throws Exception {
        Schema source = Schema.of(
                new Column("id", LogicalType.Int.INT32, false, "int4", true),
                new Column("at", new LogicalType.Instant(3), false, "timestamptz", false));
        SupportsTableCreation mysql = (SupportsTableCreation) mariaDb().connector();
        TableDefinition local = mysql.propose(source, "moments", Instants.LOCAL);
        assertThat(local.columns().getLast().type()).isEqualTo("DATETIME(3)");
        assertThat(local.columns().getLast().choice().fewer()).isEqualTo("TIMESTAMP(3)");
        assertThat(local.columns().getFirst().choice()).isNull();
        TableDefinition fewer = mysql.propose(source, "moments", Instants.FEWER);
        MARIADB.run("drop table if exists moments", fewer.sql());
        assertThat(mariaDb().schema("moments").column(1).type()).isEqualTo(new LogicalType.Instant(3));
        for (End end : List.of(postgreSql(), sqlite())) {
            assertThat(((SupportsTableCreation) end.connector())
                            .propose(source, "moments", Instants.LOCAL)
                            .columns())
                    .allSatisfy(column -> assertThat(column.choice()).isNull());
        }
    }

    @Test
    void theStatementReadsLikeOneWrittenByHand() {
        Schema source = Schema.of(
                new Column("id", new LogicalType.Int(64, false), false, "BIGINT UNSIGNED", true),
                new Column("made", new LogicalType.Timestamp(6), false, "DATETIME", false, "when it's made", false));
        assertThat(((SupportsTableCreation) postgreSql().connector())
                        .propose(source, "Shop.\"Orders\"", Instants.LOCAL)
                        .sql())
                .isEqualTo("""
                        CREATE TABLE "shop"."Orders" (
                          "id" NUMERIC(20,0) NOT NULL,
                          "made" TIMESTAMP(6) NOT NULL,
                          PRIMARY KEY ("id")
                        );
                        COMMENT ON COLUMN "shop"."Orders"."made" IS 'when it''s made'""");
        assertThat(((SupportsTableCreation) mariaDb().connector())
                        .propose(source, "orders", Instants.LOCAL)
                        .sql())
                .isEqualTo("""
                        CREATE TABLE `orders` (
                          `id` BIGINT UNSIGNED NOT NULL,
                          `made` DATETIME(6) NOT NULL COMMENT 'when it''s made',
                          PRIMARY KEY (`id`)
                        ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4""");
    }
}
