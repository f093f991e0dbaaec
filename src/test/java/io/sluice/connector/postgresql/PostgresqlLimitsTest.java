package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.RunResult;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of types that travel as text, for columns that the server would round or cut them to without a word: what
 * arrives is what was sent, and what would be changed is dirty.
 */
class PostgresqlLimitsTest {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();

    static {
        DATABASE.run(
                "create domain price as numeric(6,2)",
                "create domain small_price as price check (value < 100)",
                "create domain prices as numeric(6,2)[]",
                "create domain period as interval(0)",
                "create domain of_prices as small_price[]",
                "create domain word as varchar(3)",
                "create domain padded as char(3)",
                "create domain long_word as word check (length(value) > 1)",
                "create domain clock as time(0)",
                "create domain zoned_clock as timetz(1)",
                "create domain moment as timestamp(0)",
                "create domain point_in_time as timestamptz(2)",
                "create domain flags as varbit(3)",
                "create domain words as varchar(3)[]",
                "create type pair as (a varchar(3), b numeric(4,1))",
                "create type plain_pair as (a text, b numeric)",
                "create type nested as (p pair, d date)",
                "create type plain_nested as (p plain_pair, d text)");
    }

    /** Literals of type {@code from} that a column of type {@code to} holds, and such as it would change. */
    record Limit(String from, String to, List<String> held, List<String> changed) {
        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    static Stream<Limit> intervals() {
        return Stream.of(
                new Limit("interval", "interval(0)", List.of("PT2S", "P1Y", "infinity", "PT0S"), List.of("PT1.5S")),
                new Limit("interval", "interval(3)", List.of("PT1.125S", "PT-1.5S"), List.of("PT1.1254S", "PT0.0001S")),
                new Limit("text", "interval", List.of("1 day 02:03:04.123456"), List.of("1.1234567 seconds")),
                new Limit("interval", "interval year", List.of("P3Y", "PT0S"), List.of("P3Y1M", "P1D", "PT1S")),
                new Limit("interval", "interval year to month", List.of("P3Y1M", "-infinity"), List.of("P1M1D")),
                new Limit("interval", "interval day", List.of("P1M3D"), List.of("P1DT1H", "PT0.5S")),
                new Limit("interval", "interval day to hour", List.of("P1DT5H"), List.of("PT1H1M")),
                new Limit("interval", "interval hour to minute", List.of("P1DT5H7M"), List.of("PT5H7M1S")),
                new Limit("interval", "interval minute to second(2)", List.of("PT5.25S"), List.of("PT5.255S")),
                new Limit("text", "interval day to hour", List.of(), List.of("1 day 05:00")),
                new Limit("timetz", "time(1) with time zone", List.of("12:00:00.5+05:30"), List.of("12:00:00.55+00")),
                new Limit("text", "timetz", List.of("12:00:00.123456+00"), List.of("12:00:00.1234567+00")));
    }

    static Stream<Limit> arrays() {
        return Stream.of(
                new Limit(
                        "numeric[]",
                        "numeric(5,2)[]",
                        List.of("{1.25,2.500,NULL,NaN}", "{{0.0000},{7}}", "{}", "[0:1]={1,2}"),
                        List.of("{1.255}", "{{1,2},{3,4.005}}", "[0:1]={1,2.001}")),
                new Limit("numeric[]", "numeric[]", List.of("{1.2555555555555555555555}"), List.of()),
                new Limit("numeric[]", "numeric(5,-2)[]", List.of("{1200}"), List.of("{1250}")),
                new Limit("text[]", "numeric(3)[]", List.of("{\" 12 \"}"), List.of("{12.5}")),
                new Limit(
                        "text[]",
                        "varchar(3)[]",
                        List.of("{abc,\"a b\",\"\",NULL,\"😀😀😀\",\"\\\\\\\"x\"}"),
                        List.of("{\"abc \"}", "{x,\"a   \"}")),
                new Limit("text[]", "name[]", List.of("{short}"), List.of("{" + "n".repeat(64) + "}")),
                new Limit("text[]", "\"char\"[]", List.of("{x}"), List.of("{xy}")),
                new Limit("float8[]", "float4[]", List.of("{0.5,0.1,NaN,-Infinity}"), List.of("{0.12345678901}")),
                new Limit("numeric[]", "float8[]", List.of("{0.1,2}"), List.of("{0.12345678901234567890123}")),
                new Limit("numeric[]", "money[]", List.of("{1.25}"), List.of("{1.255}")),
                new Limit("timestamp[]", "date[]", List.of("{infinity}"), List.of("{2024-02-29 12:00:00}")),
                new Limit(
                        "text[]",
                        "date[]",
                        List.of("{2024-02-29,\"0044-03-15 BC\"}"),
                        List.of("{2024-02-29 00:00:01}", "{1 Jan 2024 5:00}")),
                new Limit(
                        "timestamp[]",
                        "timestamp(1)[]",
                        List.of("{\"2024-02-29 12:00:00.5\",-infinity}"),
                        List.of("{\"2024-02-29 12:00:00.55\"}")),
                new Limit("timestamptz[]", "timestamp[]", List.of(), List.of("{2024-02-29 12:00:00+08}")),
                new Limit("timestamp[]", "timestamptz[]", List.of(), List.of("{2024-02-29 12:00:00}")),
                new Limit(
                        "timestamptz[]",
                        "timestamptz(0)[]",
                        List.of("{2024-02-29 12:00:00+05:30}"),
                        List.of("{2024-02-29 12:00:00.5+08}")),
                new Limit("time[]", "time(0)[]", List.of("{12:00:00}"), List.of("{12:00:00.5}")),
                new Limit("interval[]", "interval(0)[]", List.of("{PT1S}"), List.of("{PT1.5S}")),
                new Limit("interval[]", "interval year[]", List.of("{P1Y}"), List.of("{P1M}")));
    }

    /** A domain has the limit of the type below it, and so have an array of it and a domain of an array. */
    static Stream<Limit> domains() {
        return Stream.of(
                new Limit("numeric", "small_price", List.of("1.25", "2.50"), List.of("1.255")),
                new Limit("interval", "period", List.of("PT1S"), List.of("PT1.5S")),
                new Limit("numeric[]", "small_price[]", List.of("{1.25,NULL}", "{}"), List.of("{1,1.255}")),
                new Limit("numeric[]", "prices", List.of("{1.25,700}"), List.of("{1.255}")),
                new Limit("numeric[]", "of_prices", List.of("{1.25,7}"), List.of("{1.255}")),
                new Limit("interval[]", "period[]", List.of("{PT1S}"), List.of("{PT1.5S}")),
                new Limit("text", "word", List.of("abc", "", "😀😀😀"), List.of("abc ", "abcd")),
                new Limit("varchar", "long_word", List.of("abc", "ab"), List.of("abc ", "a")),
                new Limit("text", "padded", List.of("abc", "a  "), List.of("abcd")),
                new Limit("time", "clock", List.of("12:00:00", "24:00:00"), List.of("12:00:00.5")),
                new Limit("timetz", "zoned_clock", List.of("12:00:00.5+05:30"), List.of("12:00:00.55+00")),
                new Limit(
                        "timestamp",
                        "moment",
                        List.of("2024-02-29 12:00:00", "infinity"),
                        List.of("2024-02-29 12:00:00.5")),
                new Limit(
                        "timestamptz",
                        "point_in_time",
                        List.of("2024-02-29 12:00:00.25+00"),
                        List.of("2024-02-29 12:00:00.255+00")),
                new Limit("varbit", "flags", List.of("101", ""), List.of("1010")),
                new Limit("text[]", "words", List.of("{abc,NULL}"), List.of("{\"abc \"}")),
                new Limit("text[]", "word[]", List.of("{abc,\"\"}"), List.of("{\"abc \"}")),
                new Limit("text[]", "char(3)[]", List.of("{abc}"), List.of("{abcd}")),
                new Limit("varbit[]", "varbit(3)[]", List.of("{101}"), List.of("{1010}")),
                new Limit(
                        "plain_pair",
                        "pair",
                        List.of("(abc,1.5)", "(,)", "(\"\",2.0)", "(\"\"\"x,\",)"),
                        List.of("(abc,1.25)", "(\"abc \",1)")),
                new Limit("text", "pair", List.of("(abc,1.5)"), List.of("(abc,1.25)", "(\"abc \",1)")),
                new Limit("plain_pair[]", "pair[]", List.of("{\"(abc,1.5)\"}"), List.of("{\"(abc,1.25)\"}")),
                new Limit(
                        "plain_nested",
                        "nested",
                        List.of("(\"(abc,1.5)\",2024-02-29)"),
                        List.of("(\"(abc,1.25)\",2024-02-29)", "(\"(abc,1)\",\"2024-02-29 12:00\")")));
    }

    static List<Limit> all() {
        return Stream.of(intervals(), arrays(), domains())
                .flatMap(limits -> limits)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void whatTheServerWouldChangeIsDirtyInCopy(Limit limit) throws Exception {
        require(limit, "copy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void whatTheServerWouldChangeIsDirtyInInserts(Limit limit) throws Exception {
        require(limit, "upsert");
    }

    private static void require(Limit limit, String mode) throws Exception {
        List<String> literals = new ArrayList<>(limit.held());
        literals.addAll(limit.changed());
        DATABASE.run(
                "drop table if exists s, t",
                "create table s (id int, v " + limit.from() + ")",
                "create table t (id int primary key, v " + limit.to() + ")");
        for (int i = 0; i < literals.size(); i++) {
            DATABASE.run("insert into s values (%d, '%s')".formatted(i, literals.get(i)));
        }
        Copy copy = new Copy().with("db", "postgresql", Databases.settings(DATABASE));
        RunResult result = copy.run(
                new Copy.Step("postgresql", Databases.step("s", "*")),
                new Copy.Step("postgresql", Databases.step("t", "*").with("writeMode", mode)));

        assertThat(copy.dirty()).hasSize(limit.changed().size());
        assertThat(result.statistics().recordsWritten()).isEqualTo(limit.held().size());
        assertThat(DATABASE.value(
                        "select count(*) from t where id >= " + limit.held().size()))
                .isEqualTo("0");
        String equal =
                limit.from().startsWith("text") ? "s.v::%s = t.v".formatted(limit.to()) : "s.v::text = t.v::text";
        String alike = limit.to().startsWith("money")
                        || limit.to().contains("numeric(5")
                        || limit.to().contains("price")
                ? "true"
                : equal;
        assertThat(DATABASE.value("select count(*) from s join t using (id) where " + alike))
                .isEqualTo(Integer.toString(limit.held().size()));
    }
}
