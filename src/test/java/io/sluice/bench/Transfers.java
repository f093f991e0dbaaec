package io.sluice.bench;

import io.sluice.bench.DatabaseTable.Kind;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The transfers that can be measured. */
final class Transfers {
    static final List<String> IDS = List.of("pg-pg", "my-pg", "csv-pg", "pg-csv", "my-my", "stream");

    private static final int STREAM_FACTOR = 50;

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
            case "stream" -> new StreamTransfer((long) rows * STREAM_FACTOR);
            default -> throw new IllegalArgumentException("No path '" + id + "'; there are " + IDS);
        };
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
