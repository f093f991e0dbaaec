package io.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Copies the table of {@code bench/table-postgresql.sql} with the packaged product and, in turn, with the native path,
 * and prints medians. Settings: {@code -Dsluice.bench.rows} (2,000,000), {@code -Dsluice.bench.runs} (3).
 */
class CopyBenchmark {
    private static final int ROWS = Integer.getInteger("sluice.bench.rows", 2_000_000);
    private static final int RUNS = Integer.getInteger("sluice.bench.runs", 3);
    private static final String COLUMNS =
            "id c_int c_small qty price amount name code created updated birth score ratio note";
    private static final String CHECK =
            "select count(*), sum(id), sum(c_int), sum(price), sum(amount), sum(char_length(name)), count(note) from t";

    @TempDir
    Path folder;

    @Test
    void copiesFromMariaDbToPostgreSql() throws Exception {
        try (MariaDbServer mariaDb = MariaDbServer.start("--innodb-buffer-pool-size=1G");
                PostgreSqlServer postgreSql = PostgreSqlServer.start("fsync=on", "shared_buffers=512MB")) {
            TestDatabase source = mariaDb.database();
            TestDatabase target = postgreSql.database();
            fill(source, target);
            String expected = String.join("|", source.rows(CHECK));
            Path job = job(source, target);
            List<Duration> natives = new ArrayList<>();
            List<ProductProcess.Measured> ours = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                target.run("truncate table t");
                natives.add(nativeCopy(source, target));
                assertThat(String.join("|", target.rows(CHECK))).isEqualTo(expected);
                target.run("truncate table t");
                ours.add(ourCopy(job));
                assertThat(String.join("|", target.rows(CHECK))).isEqualTo(expected);
            }
            report(natives, ours);
        }
    }

    private ProductProcess.Measured ourCopy(Path job) throws IOException, InterruptedException {
        Path log = folder.resolve("run.log");
        ProductProcess.Measured run =
                ProductProcess.run(List.of("-Xmx256m"), List.of("run", job.toString(), "--json"), log);
        assertThat(run.exit()).as(Files.readString(log)).isZero();
        System.out.println(run.output().strip());
        return run;
    }

    private static void report(List<Duration> natives, List<ProductProcess.Measured> ours) {
        double nativeSeconds = seconds(natives.stream().sorted().toList().get(natives.size() / 2));
        List<Duration> walls =
                ours.stream().map(ProductProcess.Measured::wall).sorted().toList();
        List<Duration> cpus =
                ours.stream().map(ProductProcess.Measured::cpu).sorted().toList();
        long peak = ours.stream()
                .mapToLong(ProductProcess.Measured::peakBytes)
                .max()
                .orElse(0);
        double ourSeconds = seconds(walls.get(walls.size() / 2));
        System.out.printf(
                Locale.ROOT,
                "MariaDB to PostgreSQL, %,d rows, median of %d: native %.1f s, Sluice %.1f s (ratio %.2f), CPU %.1f s, peak %d MB%n",
                ROWS,
                ours.size(),
                nativeSeconds,
                ourSeconds,
                ourSeconds / nativeSeconds,
                seconds(cpus.get(cpus.size() / 2)),
                peak >> 20);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** Makes the rows in PostgreSQL, moves them to MariaDB as text, and leaves the target empty. */
    private void fill(TestDatabase source, TestDatabase target) throws Exception {
        target.run(resource("table-postgresql.sql")
                .replace("2000000", Integer.toString(ROWS))
                .split(";\\s*\n"));
        source.run(resource("table-mariadb.sql"));
        Path rows = folder.resolve("rows.tsv");
        // The server writes as a user of its own, so the rows come through the client.
        try (Connection connection = target.connect();
                var file = Files.newOutputStream(rows)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy t to stdout", file);
        }
        try (Connection connection = java.sql.DriverManager.getConnection(
                        source.url() + "?allowLocalInfile=true", source.user(), source.password());
                Statement statement = connection.createStatement()) {
            statement.execute("load data local infile '" + rows + "' into table t character set utf8mb4");
            statement.execute("analyze table t");
        }
        Files.delete(rows);
    }

    /** {@code mariadb --quick --batch} piped to COPY, what a person with a shell would do. */
    private static Duration nativeCopy(TestDatabase source, TestDatabase target) throws IOException, SQLException {
        List<String> command = List.of(
                MariaDbServer.client().toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--skip-ssl",
                "--host=" + source.host(),
                "--port=" + source.port(),
                "--user=" + source.user(),
                "--password=" + source.password(),
                "--default-character-set=utf8mb4",
                "--quick",
                "--batch",
                "--skip-column-names",
                "--execute=select * from t",
                source.name());
        long start = System.nanoTime();
        Process client = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Connection connection = target.connect();
                InputStream rows = client.getInputStream()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy t from stdin (null 'NULL')", rows, 1 << 16);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Path job(TestDatabase source, TestDatabase target) throws IOException {
        String columns = "\"" + COLUMNS.replace(" ", "\", \"") + "\"";
        String text = JOB.formatted(
                columns,
                url("mysql", source),
                source.user(),
                source.password(),
                columns,
                url("postgresql", target),
                target.user(),
                target.password());
        return Files.writeString(folder.resolve("job.json"), text);
    }

    private static String url(String scheme, TestDatabase database) {
        return "jdbc:%s://%s:%d/%s".formatted(scheme, database.host(), database.port(), database.name());
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = CopyBenchmark.class.getResourceAsStream("/bench/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String JOB = """
            {"job": {
              "content": [{
                "reader": {"name": "mysqlreader", "parameter": {"column": [%s],
                  "connection": [{"jdbcUrl": ["%s"], "table": ["t"]}], "username": "%s", "password": "%s"}},
                "writer": {"name": "postgresqlwriter", "parameter": {"column": [%s], "writeMode": "copy",
                  "connection": [{"jdbcUrl": "%s", "table": ["t"]}], "username": "%s", "password": "%s"}}
              }],
              "setting": {"speed": {"channel": 1}, "errorLimit": {"record": 0}}
            }}
            """;
}
