package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumbersTest {
    private static void require(String json) {
        byte[] bytes = ("x" + json + "1.23456789012345678901").getBytes(StandardCharsets.UTF_8);
        JsonNumbers.requireExact(bytes, 1, bytes.length - 22);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1, \"a\": 1.0, \"c\": [1.10, 1e2, 0.1, -0, -0.0, 1E-7, 3.14, 12345678.12345678]}",
                "[18446744073709551615, -9223372036854775808, 9007199254740993]",
                "\"0.1234567890123456789 \\\" 0.1234567890123456789\"",
                "{\"0.1234567890123456789\": null}",
                "1e400",
                "no JSON: 1.2.3 -",
                "\"not closed 0.1234567890123456789"
            })
    void whatStaysTheSameIsTaken(String json) {
        require(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1234567890123456789",
                "[1, 18446744073709551616]",
                "{\"a\":-9223372036854775809}",
                "{\"a\\\\\":12345678901234567.5}",
                "1e-400"
            })
    void whatWouldBeRoundedIsRefused(String json) {
        assertThatThrownBy(() -> require(json))
                .isInstanceOfSatisfying(
                        SluiceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(JdbcError.VALUE_REFUSED));
    }

    @ParameterizedTest
    @EnumSource
    void noServerKeepsAnotherNumberThanItWasGiven(MysqlWriteConfig.LoadMethod method) throws Exception {
        TestDatabase database = MariaDbServer.shared().database();
        database.run(
                "create table s (id int primary key, v text)",
                "insert into s values (1, '{\"n\": 0.5}'), (2, '{\"n\": 0.1234567890123456789}'), (3, '[1.10, \"é\"]'),"
                        + " (4, null)",
                "create table t (id int primary key, v json)");
        String name = method == MysqlWriteConfig.LoadMethod.SINGLE_ROW ? "singleRow" : "auto";
        Copy copy = new Copy().with("db", "mysql", Databases.settings(database));
        RunResult result = copy.run(
                new Copy.Step("mysql", Databases.step("s", "*")),
                new Copy.Step("mysql", Databases.step("t", "*").with("loadMethod", name)));

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        boolean rounds = MariaDbServer.isMySql();
        assertThat(copy.dirty()).hasSize(rounds ? 1 : 0);
        assertThat(database.rows("select id from t"))
                .isEqualTo(rounds ? List.of("1", "3", "4") : List.of("1", "2", "3", "4"));
        assertThat(database.value("select json_extract(v, '$.n') from t where id = 1"))
                .isEqualTo("0.5");
    }

    @Test
    void onlyTheTypeOfMySqlRounds() {
        assertThat(JsonNumbers.areRounded("json")).isTrue();
        assertThat(JsonNumbers.areRounded("longtext")).isFalse();
    }
}
