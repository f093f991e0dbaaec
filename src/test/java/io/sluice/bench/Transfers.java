package io.sluice.bench;

import io.sluice.bench.DatabaseTable.Kind;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The transfers that can be measured. */
final class Transfers {
    static final List<String> IDS = List.of("pg-pg", "my-pg", "csv-pg", "pg-csv", "my-my", "stream");

    private static final int STREAM_FACTOR = 50;
    private static final int STEP_FACTOR = 10;

    /** One step of each kind over the generated columns, with what it does; measured as {@code step-} and its name. */
    private static final Map<String, String> STEPS = Map.of(
            "filter",
            "\"name\": \"column1\", \"operator\": \">\", \"value\": \"500000\"",
            "expression",
            "\"expression\": \"column1 > 500000 && column3 < 5\"",
            "stringreplace",
            "\"condition\": [{\"name\": \"column9\", \"replaceString\": \"a\", \"replaceByString\": \"b\"}]",
            "mask",
            "\"name\": [\"column9\"], \"keepFirst\": 2",
            "digest",
            "\"name\": [\"column9\"], \"algorithm\": \"sha256\"",
            "substring",
            "\"name\": [\"column9\"], \"start\": 0, \"length\": 4",
            "cast",
            "\"fields\": [{\"name\": \"column1\", \"type\": \"text\"}]");

    private final BenchmarkServers servers;
    private final PostgreSqlClient client;
    private final int rows;

    Transfers(BenchmarkServers servers, int rows) {
        this.servers = servers;
        this.client = servers.client();
        this.rows = rows;
    }

    /** Makes the data it needs as well. */
    Transfer transfer(String id) {
        return switch (id) {
            case "pg-pg" -> postgreSqlToPostgreSql();
            case "my-pg" -> mariaDbToPostgreSql();
            case "csv-pg" -> csvToPostgreSql();
            case "pg-csv" -> postgreSqlToCsv();
            case "my-my" -> mariaDbToMariaDb();
            case "pg-my" -> postgreSqlToMariaDb();
            case "stream" -> new StreamTransfer("stream → stream, 10 columns", (long) rows * STREAM_FACTOR, "");
            default -> step(id);
        };
    }

    private Transfer step(String id) {
        String kind = id.startsWith("step-") ? id.substring("step-".length()) : "";
        String parameters = STEPS.get(kind);
        if (parameters == null) {
            throw new IllegalArgumentException(
                    "No path '%s'; there are %s, pg-my, and step- with one of %s".formatted(id, IDS, STEPS.keySet()));
        }
        String type = kind.equals("expression") ? "filter" : kind;
        String step = "{\"stepType\": \"%s\", \"category\": \"map\", \"name\": \"Step\", \"parameter\": {%s}}"
                .formatted(type, parameters);
        return new StreamTransfer("stream → " + kind + " → stream", (long) rows * STEP_FACTOR, step);
    }

    private Transfer postgreSqlToPostgreSql() {
        TestDatabase target = servers.postgreSqlTarget();
        Commands piped = client.copyOut(servers.postgreSqlSource(), "copy t to stdout (format binary)")
                .pipedTo(client.copyIn(target, "copy t from stdin (format binary)"));
        return new TableTransfer(
                "PostgreSQL → PostgreSQL",
                rows,
                "COPY binary piped to COPY binary (" + client.name() + ")",
                piped,
                source(),
                new DatabaseTable(Kind.POSTGRESQL, target),
                source());
    }

    private Transfer mariaDbToPostgreSql() {
        TestDatabase source = servers.mariaDbSource();
        TestDatabase target = servers.postgreSqlTarget();
        Commands in = client.copyIn(target, "copy t from stdin (null 'NULL')");
        Commands out = MariaDbClient.rows(source, "select * from t");
        return new TableTransfer(
                "MariaDB → PostgreSQL",
                rows,
                "`mariadb --quick --batch` piped to COPY (" + client.name() + ")",
                out.pipedTo(in),
                new DatabaseTable(Kind.MARIADB, source),
                new DatabaseTable(Kind.POSTGRESQL, target),
                source());
    }

    private Transfer csvToPostgreSql() {
        TestDatabase target = servers.postgreSqlTarget();
        Path file = servers.csvFile();
        return new TableTransfer(
                "CSV → PostgreSQL",
                rows,
                "COPY FROM csv (" + client.name() + ")",
                client.copyIn(target, "copy t from stdin (format csv)").from(file),
                new CsvFile(file, client, null),
                new DatabaseTable(Kind.POSTGRESQL, target),
                source());
    }

    private Transfer postgreSqlToCsv() {
        Path file = folder("written").resolve("t.csv");
        return new TableTransfer(
                "PostgreSQL → CSV",
                rows,
                "COPY TO csv (" + client.name() + ")",
                client.copyOut(servers.postgreSqlSource(), "copy t to stdout (format csv)")
                        .to(file),
                source(),
                new CsvFile(file, client, servers.postgreSqlCheck()),
                source());
    }

    private Transfer mariaDbToMariaDb() {
        TestDatabase target = servers.mariaDbTarget();
        DatabaseTable source = new DatabaseTable(Kind.MARIADB, servers.mariaDbSource());
        return new TableTransfer(
                "MariaDB → MariaDB",
                rows,
                "LOAD DATA LOCAL of a ready file (`mariadb`)",
                MariaDbClient.load(target, servers.rowsFile()),
                source,
                new DatabaseTable(Kind.MARIADB, target),
                source);
    }

    private Transfer postgreSqlToMariaDb() {
        TestDatabase target = servers.mariaDbTarget();
        Commands out = client.copyOut(servers.postgreSqlSource(), "copy t to stdout");
        return new TableTransfer(
                "PostgreSQL → MariaDB",
                rows,
                "COPY (" + client.name() + ") piped to LOAD DATA LOCAL (`mariadb`)",
                out.pipedTo(MariaDbClient.load(target, Path.of("/dev/stdin"))),
                source(),
                new DatabaseTable(Kind.MARIADB, target),
                new DatabaseTable(Kind.MARIADB, servers.mariaDbSource()));
    }

    private DatabaseTable source() {
        return new DatabaseTable(Kind.POSTGRESQL, servers.postgreSqlSource());
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(servers.folder().resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
