package io.sluice.bench;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes commands of the client that comes with the test server. */
final class MariaDbClient {
    private MariaDbClient() {}

    /** {@code mariadb --quick --batch}: the rows as lines with tabs. */
    static Commands rows(TestDatabase database, String query) {
        return command(database, "--quick", query);
    }

    /** Loads a file of the client's machine. */
    static Commands load(TestDatabase database, Path file) {
        return command(
                database,
                "--local-infile=1",
                "load data local infile '" + file + "' into table t character set utf8mb4");
    }

    private static Commands command(TestDatabase database, String option, String sql) {
        return Commands.of(
                Map.of("MYSQL_PWD", database.password()),
                List.of(
                        MariaDbServer.client().toString(),
                        "--no-defaults",
                        "--protocol=tcp",
                        "--skip-ssl",
                        "--host=" + database.host(),
                        "--port=" + database.port(),
                        "--user=" + database.user(),
                        "--default-character-set=utf8mb4",
                        option,
                        "--batch",
                        "--skip-column-names",
                        "--execute=" + sql,
                        database.name()));
    }
}
