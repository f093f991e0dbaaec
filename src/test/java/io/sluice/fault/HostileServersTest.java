package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.SluiceCommand;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and tasks whose settings are against the load: no value changes, and what is said is what happened. */
class HostileServersTest {
    private static final String JOB = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "%s", "name": "Reader", "category": "reader",
                "parameter": {"datasource": "a", "table": "src", "column": ["id", "x"]%s}},
               {"stepType": "%s", "name": "Writer", "category": "writer",
                "parameter": {"datasource": "b", "table": "t", "column": ["id", "x"]%s}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
             "setting": {"errorLimit": {"record": "10"}, "speed": {"concurrent": 1%s}}}
            """;

    private @TempDir Path folder;

    private final TestDatabase source = MariaDbServer.shared().database();

    /** One side of a job. @param more parameters, each after a comma */
    private record End(String type, TestDatabase database, String more) {
        String dataSource() {
            return "{\"type\": \"%s\", \"host\": \"%s\", \"port\": %d, \"database\": \"%s\", \"username\": \"%s\", \"password\": \"%s\"}"
                    .formatted(
                            type,
                            database.host(),
                            database.port(),
                            database.name(),
                            database.user(),
                            database.password());
        }
    }

    private record Ended(int status, String said) {}

    private Ended run(End from, End to, String speed, String... options) throws IOException {
        Path sources = Files.writeString(
                folder.resolve("sources.json"), "{\"a\": " + from.dataSource() + ", \"b\": " + to.dataSource() + "}");
        Path job = Files.writeString(
                folder.resolve("job.json"), JOB.formatted(from.type(), from.more(), to.type(), to.more(), speed));
        List<String> words = new ArrayList<>(List.of("run", job.toString(), "--datasources", sources.toString()));
        words.addAll(List.of(options));
        StringWriter said = new StringWriter();
        PrintWriter all = new PrintWriter(said, true);
        int status = SluiceCommand.execute(all, all, words.toArray(String[]::new));
        return new Ended(status, said.toString());
    }

    private End source() {
        return new End("mysql", source, "");
    }

    private static TestDatabase target(String type) {
        return type.equals("mysql")
                ? MariaDbServer.shared().database()
                : PostgreSqlServer.shared().database();
    }

    /** The server would write question marks, and 1 for 0. */
    @ParameterizedTest
    @ValueSource(strings = {"insert", "update", "replace"})
    void aTaskThatSwitchesTheStrictModeOffGetsNoOtherValues(String mode) throws Exception {
        source.run(
                "create table src (id int primary key, x varchar(100)) charset utf8mb4",
                "insert into src values (1, 'abc'), (2, '\u65e5\u672c'), (3, '\u00e9')");
        source.run("set sql_mode = 'NO_AUTO_VALUE_ON_ZERO'", "update src set id = 0 where id = 1");
        try (MariaDbServer loose = MariaDbServer.start("--sql-mode=")) {
            TestDatabase target = loose.database();
            target.run("create table t (id int primary key auto_increment, x varchar(3) character set latin1)");
            String session = ", \"writeMode\": \"" + mode + "\", \"session\": [\"set sql_mode = ''\"]";

            Ended ended = run(source(), new End("mysql", target, session), "");

            assertThat(ended.status()).as(ended.said()).isZero();
            assertThat(ended.said()).contains("records dirty    1", "VALUE_REFUSED");
            assertThat(ended.said()).containsAnyOf("Incorrect string value", "Conversion from collation");
            assertThat(target.rows("select id, hex(x) from t order by id")).containsExactly("0|616263", "3|E9");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ", \"progressTable\": true", ", \"writeMode\": \"update\"", ", \"loadMode\": \"staging\""})
    void aRowThatIsLargerThanAPacketIsDirty(String more) throws Exception {
        try (MariaDbServer large = MariaDbServer.start("--max-allowed-packet=64M");
                MariaDbServer small = MariaDbServer.start("--max-allowed-packet=1M")) {
            TestDatabase from = large.database();
            from.run(
                    "create table src (id int primary key, x longblob)",
                    "insert into src select seq, repeat('a', 1000) from seq_1_to_50",
                    "insert into src values (25000, repeat('b', 3000000)), (25001, 'last')");
            TestDatabase target = small.database();
            target.run("create table t (id int primary key, x longblob)");

            Ended ended = run(new End("mysql", from, ""), new End("mysql", target, more), "");

            assertThat(ended.status()).as(ended.said()).isZero();
            assertThat(ended.said()).contains("records dirty    1", "ROW_TOO_LARGE", "A row of 3000");
            assertThat(target.value("select concat(count(*), ' ', sum(length(x))) from t"))
                    .isEqualTo("51 50004");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "postgresql"})
    void aTimeLimitOfTheSourceEndsTheRunAndSaysWhatToDo(String type) throws Exception {
        String limit = type.equals("postgresql")
                ? "statement_timeout = '300ms'"
                : MariaDbServer.isMySql() ? "max_execution_time = 300" : "max_statement_time = 0.3";
        TestDatabase from = target(type);
        from.run(
                "create table src (id int primary key, x varchar(200))",
                type.equals("mysql")
                        ? "insert into src select seq, repeat('x', 200) from seq_1_to_100000"
                        : "insert into src select i, repeat('x', 200) from generate_series(1, 100000) i");
        TestDatabase target = target("mysql");
        target.run("create table t (id int primary key, x varchar(200))");
        End slow = new End(type, from, ", \"session\": [\"set " + limit + "\"]");

        Ended ended = run(slow, new End("mysql", target, ""), ", \"record\": 20000");

        assertThat(ended.status()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("CANCELLED in step Reader", "records dirty    0");
        assertThat(ended.said()).contains("statement_timeout, max_statement_time");
    }

    /** The data is there, which who reads the failure has to know. */
    @ParameterizedTest
    @ValueSource(strings = {"mysql", "postgresql"})
    void aStatementAfterTheLoadThatFailsIsRepeatedAndNothingElse(String type) throws Exception {
        source.run("create table src (id int primary key, x int)", "insert into src select seq, 1 from seq_1_to_100");
        TestDatabase target = target(type);
        target.run("create table t (id int primary key, x int)");
        String checkpoint = folder.resolve("load.jsonl").toString();
        String more = ", \"preSql\": [\"delete from t\"], \"postSql\": [\"%s\"]";

        Ended failed = run(source(), new End(type, target, more.formatted("nonsense")), "", "--checkpoint", checkpoint);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.said()).contains("All rows are written; only what comes after the load has failed.");
        assertThat(failed.said()).contains("Who resumes the run repeats that and nothing else.");
        target.run("delete from t where id > 50");
        End corrected = new End(type, target, more.formatted("insert into t values (1000, 1)"));
        Ended resumed = run(source(), corrected, "", "--checkpoint", checkpoint, "--resume");
        assertThat(resumed.status()).as(resumed.said()).isZero();
        assertThat(target.value("select count(*) from t")).isEqualTo("51");
    }

    /** There a letter with an accent takes two places, and the server would cut the blank behind it without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"mysql", "postgresql"})
    void aDatabaseWithoutAnEncodingGetsNoShorterText(String type) throws Exception {
        TestDatabase from = target(type);
        from.run(
                "create table src (id int primary key, x varchar(3))",
                "insert into src values (1, '\u00e9  '), (2, '\u00e9 '), (3, 'abc'), (4, '\u65e5')");
        String name = target("postgresql").name() + "_ascii";
        target("postgresql")
                .run("create database " + name
                        + " encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'");
        TestDatabase target = PostgreSqlServer.shared().in(name);
        target.run("create table t (id int primary key, x varchar(3))");

        Ended ended = run(new End(type, from, ""), new End("postgresql", target, ""), "");

        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("records dirty    1");
        assertThat(target.rows("select id, octet_length(x) from t order by id")).containsExactly("2|3", "3|3", "4|3");
    }

    @Test
    void aShareOfNothingIsNotExceeded() throws Exception {
        source.run("create table src (id int primary key, x int)");
        TestDatabase target = target("mysql");
        target.run("create table t (id int primary key, x int)");
        Path job = folder.resolve("job.json");
        Ended ended = run(source(), new End("mysql", target, ""), "");
        assertThat(ended.status()).as(ended.said()).isZero();
        Files.writeString(
                job,
                Files.readString(job)
                        .replace("\"errorLimit\": {\"record\": \"10\"}", "\"errorLimit\": {\"percentage\": 0.0}"));
        StringWriter said = new StringWriter();
        PrintWriter all = new PrintWriter(said, true);
        assertThat(SluiceCommand.execute(
                        all,
                        all,
                        "run",
                        job.toString(),
                        "--datasources",
                        folder.resolve("sources.json").toString()))
                .as(said.toString())
                .isZero();
    }
}
