package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type with its extremes and NULL: what COPY delivers is what the driver's text delivers, and what COPY stores,
 * from vectors and undecoded, is what the server shows of the source.
 */
class PostgresqlValuesTest {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();

    /** A column type and literals for it; {@code binary} is false when vectors of the type are written as text. */
    private record Values(String type, boolean binary, List<String> literals) {
        @Override
        public String toString() {
            return type;
        }
    }

    private static Values of(String type, String... literals) {
        return new Values(type, true, List.of(literals));
    }

    private static Values textOnly(String type, String... literals) {
        return new Values(type, false, List.of(literals));
    }

    static List<Values> numbers() {
        return List.of(
                of("bool", "true", "false"),
                of("int2", "-32768", "-1", "0", "32767"),
                of("int4", "-2147483648", "0", "2147483647"),
                of("int8", "'-9223372036854775808'", "-1", "0", "9223372036854775807"),
                of("oid", "0", "4294967295"),
                of("float4", "'NaN'", "'Infinity'", "'-Infinity'", "'-0'", "1e-45", "3.4028235e38", "0.1"),
                of("float8", "'NaN'", "'Infinity'", "'-Infinity'", "'-0'", "5e-324", "1.7976931348623157e308", "0.1"),
                of("numeric(18,4)", "0", "-0.0001", "99999999999999.9999", "-12345.6789", "10000", "0.1", "1e13"),
                of("numeric(18,0)", "999999999999999999", "-999999999999999999", "10000", "100000000", "7"),
                of("numeric(18,18)", "0.999999999999999999", "-0.000000000000000001", "0.00010001", "0.5"),
                of("numeric(5,2)", "999.99", "-0.01", "100", "0"),
                of("numeric(7,7)", "0.0000001", "0.1234567"),
                of("numeric(17,17)", "0.00000000000000001", "0.99999999999999999"),
                of("numeric(30,10)", "12345678901234567890.0123456789", "-0.0000000001", "'NaN'", "0"),
                of(
                        "numeric",
                        "'NaN'",
                        "'Infinity'",
                        "'-Infinity'",
                        "0",
                        "0.00",
                        "-0.5",
                        "1e300",
                        "1e-300",
                        "123456789012345678901234567890.12345678901234567890",
                        "100000000",
                        "0.00001234",
                        "0.00000000000000000000",
                        "10000.0001"),
                of("numeric(3,-2)", "12300", "-99900", "0"));
    }

    static List<Values> texts() {
        return List.of(
                of(
                        "text",
                        "''",
                        "'plain'",
                        "'ünï 😀 张伟'",
                        "E'tab\\t new\\n \\\\ quote\\''",
                        "'\\N'",
                        "repeat('x', 70000)"),
                of("varchar(5)", "''", "'12345'", "'😀😀😀😀😀'", "'a    '"),
                of("varchar", "'any'", "' blanks '"),
                of("char(4)", "'ab'", "''", "'abcd'", "'张'"),
                of("name", "'a_name'", "repeat('n', 63)"),
                of("bytea", "''", "'\\x00ff27'", "'\\xdeadbeef'"),
                of("json", "'{\"b\":1,  \"a\": 1.0}'", "'null'", "'[1]'"),
                of("jsonb", "'{\"b\":1,  \"a\": 1.0}'", "'null'", "'[]'"),
                of(
                        "uuid",
                        "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                        "'00000000-0000-0000-0000-000000000000'",
                        "'ffffffff-ffff-ffff-ffff-ffffffffffff'"),
                of("bit(1)", "B'0'", "B'1'"),
                of("bit(11)", "B'10101010101'", "B'00000000000'"),
                of("varbit", "B''", "B'1'", "B'101010101010101010'"),
                of("varbit(9)", "B'101'", "B'111111111'"));
    }

    static List<Values> times() {
        return List.of(
                of(
                        "date",
                        "'1970-01-01'",
                        "'2000-01-01'",
                        "'infinity'",
                        "'-infinity'",
                        "'4713-01-01 BC'",
                        "'5874897-12-31'",
                        "'0001-01-01'",
                        "'1582-10-10'"),
                of("time", "'00:00'", "'24:00'", "'23:59:59.999999'"),
                of("time(3)", "'12:34:56.789'"),
                of(
                        "timestamp",
                        "'1970-01-01'",
                        "'infinity'",
                        "'-infinity'",
                        "'2024-02-29 12:34:56.123456'",
                        "'4713-01-01 00:00:00 BC'",
                        "'1969-12-31 23:59:59.999999'",
                        "'294246-12-31 23:59:59'"),
                of("timestamp(0)", "'2024-02-29 12:34:56'"),
                of(
                        "timestamptz",
                        "'1970-01-01+00'",
                        "'infinity'",
                        "'-infinity'",
                        "'2024-06-01 12:00:00.5+05:30'",
                        "'0044-03-15 00:00:00+00 BC'"),
                textOnly(
                        "interval",
                        "'0'",
                        "'1 year 2 mons -3 days 04:05:06.789'",
                        "'-1 mons'",
                        "'-00:00:00.000001'",
                        "'100 years'",
                        "'-13 mons 5 days'",
                        "'00:59:59.5'",
                        "'2562047788:00:54.775807'",
                        "'-26:00:01'",
                        "'infinity'",
                        "'-infinity'"));
    }

    static List<Values> others() {
        return List.of(
                textOnly("mood", "'happy'", "'sad'"),
                textOnly("int[]", "'{{1,NULL},{3,4}}'", "'{}'"),
                textOnly("inet", "'10.0.0.1'", "'10.0.0.1/8'", "'::1'"),
                textOnly("cidr", "'10.0.0.0/8'", "'::/0'"),
                textOnly("macaddr", "'08:00:2b:01:02:03'"),
                textOnly("money", "'12.34'", "'-0.5'"),
                textOnly("timetz", "'12:00:00+05:30'"),
                textOnly("point", "'(1,2)'"),
                textOnly("int4range", "'[1,5)'", "'empty'"),
                textOnly("xml", "'<a>b</a>'", "'<?xml version=\"1.0\" encoding=\"LATIN1\"?><a/>'"),
                textOnly("\"char\"", "'x'", "''"),
                textOnly("tsvector", "'a b'"),
                textOnly("pair", "'(1,\"a b\")'"),
                of("posint", "1", "2147483647"));
    }

    static List<Values> all() {
        List<Values> all = new ArrayList<>(numbers());
        all.addAll(texts());
        all.addAll(times());
        all.addAll(others());
        return all;
    }

    @BeforeAll
    static void createTypes() {
        DATABASE.run(
                "create type mood as enum ('happy', 'sad')",
                "create type pair as (a int, b text)",
                "create domain posint as int check (value > 0)");
    }

    private static void fill(Values values) {
        StringBuilder rows = new StringBuilder("insert into s values (0, null)");
        for (int i = 0; i < values.literals().size(); i++) {
            rows.append(", (%d, %s)".formatted(i + 1, values.literals().get(i)));
        }
        DATABASE.run(
                "drop table if exists s, t",
                "create table s (id int, v " + values.type() + ")",
                "create table t (like s)",
                rows.append(", (999, null)").toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void copyDeliversWhatTheCursorDelivers(Values values) throws Exception {
        fill(values);
        Delivered copied = read("copy");
        Delivered fetched = read("cursor");

        assertThat(copied).isEqualTo(fetched);
        assertThat(copied.rows()).hasSize(values.literals().size() + 2);
    }

    private record Delivered(Schema schema, List<String> rows, List<String> rejected) {}

    private static Delivered read(String mode) throws Exception {
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(DATABASE));
        try (Reader<?> reader =
                Steps.reader(new PostgresqlConnector(), Databases.step("s", "*").with("readMode", mode), context)) {
            return new Delivered(
                    reader.discover(),
                    rows(reader),
                    context.rejected().stream()
                            .map(one -> one.code() + " " + one.column())
                            .toList());
        }
    }

    private static <S extends Split> List<String> rows(Reader<S> reader) throws Exception {
        List<String> rows = new ArrayList<>();
        for (S split : reader.plan(1)) {
            RowBatch batch = new RowBatch(reader.discover(), 3, Long.MAX_VALUE);
            try (SplitReader<S> part = reader.open(split)) {
                for (Status status = Status.MORE; status == Status.MORE; batch.clear()) {
                    status = part.read(batch);
                    for (int row = 0; row < batch.rows(); row++) {
                        rows.add(batch.display(row, 0) + " " + batch.display(row, 1));
                    }
                }
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void copyStoresWhatTheVectorsHold(Values values) throws Exception {
        fill(values);
        Copy copy = copy("cursor");

        assertThat(copy.log()).noneMatch(line -> line.contains("undecoded"));
        assertThat(copy.log())
                .anyMatch(line -> line.contains("by COPY in " + (values.binary() ? "binary" : "text") + " form"));
        requireEqualTables();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void copyStoresWhatArrivesByCopy(Values values) throws Exception {
        fill(values);
        Copy copy = copy("copy");

        boolean text = others().contains(values) && !values.binary();
        assertThat(copy.log().stream().anyMatch(line -> line.contains("undecoded")))
                .isNotEqualTo(text);
        requireEqualTables();
    }

    private static Copy copy(String readMode) throws Exception {
        Copy copy = new Copy().with("db", "postgresql", Databases.settings(DATABASE));
        RunResult result = copy.run(
                new Copy.Step("postgresql", Databases.step("s", "*").with("readMode", readMode)),
                new Copy.Step("postgresql", Databases.step("t", "*").with("writeMode", "copy")));
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(copy.dirty()).isEmpty();
        return copy;
    }

    private static void requireEqualTables() {
        assertThat(DATABASE.rows("select id, v from t order by id"))
                .isEqualTo(DATABASE.rows("select id, v from s order by id"));
    }
}
