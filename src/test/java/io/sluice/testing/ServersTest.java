package io.sluice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void mariaDbGivesEachTestAnEmptyDatabase() {
        TestDatabase database = MariaDbServer.shared().database();

        database.run("create table t (id int primary key, name varchar(20))", "insert into t values (1, '名前 😀')");

        assertThat(database.rows("select * from t")).containsExactly("1|名前 😀");
        assertThat(MariaDbServer.shared().database().rows("show tables")).isEmpty();
    }

    @Test
    void postgreSqlGivesEachTestAnEmptyDatabase() {
        TestDatabase database = PostgreSqlServer.shared().database();

        database.run("create table t (id int primary key, name text)", "insert into t values (1, '名前 😀'), (2, null)");

        assertThat(database.rows("select * from t order by id")).containsExactly("1|名前 😀", "2|∅");
        assertThat(PostgreSqlServer.shared().database().rows("select * from pg_tables where schemaname = 'public'"))
                .isEmpty();
    }

    @Test
    void serversListenOnTheLoopbackInterfaceOnly() {
        assertThat(MariaDbServer.shared().database().value("select @@bind_address"))
                .isEqualTo("127.0.0.1");
        assertThat(PostgreSqlServer.shared().database().value("show listen_addresses"))
                .isEqualTo("127.0.0.1");
    }
}
