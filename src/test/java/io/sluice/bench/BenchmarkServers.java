package io.sluice.bench;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers with their default durability, and the table of {@code bench/table-postgresql.sql} in them. Server and
 * data appear when they are asked for first, so that one path alone is measured quickly.
 */
final class BenchmarkServers implements AutoCloseable {
    private final int rows;
    private final Path folder;
    private final PostgreSqlClient client = new PostgreSqlClient();
    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();
    private @Nullable PostgreSqlServer postgreSql;
    private @Nullable MariaDbServer mariaDb;

    BenchmarkServers(int rows, Path folder) {
        this.rows = rows;
        this.folder = folder;
    }

    PostgreSqlClient client() {
        return client;
    }

    Path folder() {
        return folder;
    }

    /** Holds the rows. */
    TestDatabase postgreSqlSource() {
        return made("pg-source", this::fillPostgreSql);
    }

    /** Holds the empty table. */
    TestDatabase postgreSqlTarget() {
        return made("pg-target", () -> {
            TestDatabase database = postgreSql().database();
            database.run(tableOnly());
            return database;
        });
    }

    /** Holds an empty table to check files with; not logged, because it is not measured. */
    TestDatabase postgreSqlCheck() {
        return made("pg-check", () -> {
            TestDatabase database = postgreSql().database();
            database.run(tableOnly().replace("create table", "create unlogged table"));
            return database;
        });
    }

    /** Holds the rows. */
    TestDatabase mariaDbSource() {
        return made("my-source", () -> {
            TestDatabase database = emptyMariaDb();
            run(MariaDbClient.load(database, rowsFile()));
            database.run("analyze table t");
            return database;
        });
    }

    /** Holds the empty table. */
    TestDatabase mariaDbTarget() {
        return made("my-target", this::emptyMariaDb);
    }

    /** The rows as COPY writes them by default and LOAD DATA reads them. */
    Path rowsFile() {
        Path file = folder.resolve("rows.tsv");
        if (!file.toFile().exists()) {
            run(client.copyOut(postgreSqlSource(), "copy t to stdout").to(file));
        }
        return file;
    }

    /** The rows as CSV. */
    Path csvFile() {
        Path file = folder.resolve("rows.csv");
        if (!file.toFile().exists()) {
            run(client.copyOut(postgreSqlSource(), "copy t to stdout (format csv)")
                    .to(file));
        }
        return file;
    }

    /** Names and versions of the servers that were started. */
    String versions() {
        String first = mariaDb == null
                ? ""
                : "MariaDB " + mariaDb.in("mysql").value("select version()") + " (buffer pool 1 GB), ";
        return postgreSql == null
                ? first
                : first + "PostgreSQL " + postgreSql.in("postgres").value("show server_version")
                        + " (shared_buffers 512 MB), default durability";
    }

    private TestDatabase made(String name, Supplier<TestDatabase> maker) {
        TestDatabase known = databases.get(name);
        if (known == null) {
            known = maker.get();
            databases.put(name, known);
        }
        return known;
    }

    private TestDatabase fillPostgreSql() {
        TestDatabase database = postgreSql().database();
        database.run(tableSql().split(";\\s*\n"));
        return database;
    }

    private TestDatabase emptyMariaDb() {
        TestDatabase database = mariaDb().database();
        database.run(resource("table-mariadb.sql"));
        return database;
    }

    private String tableSql() {
        return resource("table-postgresql.sql").replace("2000000", Integer.toString(rows));
    }

    private String tableOnly() {
        String sql = tableSql();
        return sql.substring(sql.indexOf("create table"), sql.indexOf("select setseed"));
    }

    private PostgreSqlServer postgreSql() {
        PostgreSqlServer server = postgreSql;
        if (server == null) {
            server = PostgreSqlServer.start("fsync=on", "shared_buffers=512MB");
            postgreSql = server;
        }
        return server;
    }

    private MariaDbServer mariaDb() {
        MariaDbServer server = mariaDb;
        if (server == null) {
            server = MariaDbServer.start("--innodb-buffer-pool-size=1G", "--innodb-flush-log-at-trx-commit=1");
            mariaDb = server;
        }
        return server;
    }

    private void run(Commands commands) {
        MeasuredProcess.run(commands, folder.resolve("prepare.log")).requireSuccess();
    }

    static String resource(String name) {
        try (InputStream file = BenchmarkServers.class.getResourceAsStream("/bench/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (mariaDb != null) {
            mariaDb.close();
        }
        if (postgreSql != null) {
            postgreSql.close();
        }
    }
}
