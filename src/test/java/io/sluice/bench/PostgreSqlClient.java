package io.sluice.bench;

import io.sluice.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes commands that run COPY. psql does it where it is installed (the test servers come without it), else a small
 * Java program of a process of its own.
 */
final class PostgreSqlClient {
    private final Optional<Path> psql = Stream.of(
                    System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, "psql"))
            .filter(Files::isExecutable)
            .findFirst();

    /** What runs COPY, for the report. */
    String name() {
        return psql.isPresent() ? "psql" : "pgjdbc";
    }

    /** Writes what {@code copy} sends to the standard output. */
    Commands copyOut(TestDatabase database, String copy) {
        return command(database, copy, "out");
    }

    /** Feeds {@code copy} with the standard input. */
    Commands copyIn(TestDatabase database, String copy) {
        return command(database, copy, "in");
    }

    private Commands command(TestDatabase database, String copy, String direction) {
        Map<String, String> password = Map.of("PGPASSWORD", database.password());
        return Commands.of(
                password,
                psql.map(path -> psql(path, database, copy)).orElseGet(() -> java(database, copy, direction)));
    }

    private static List<String> psql(Path psql, TestDatabase database, String copy) {
        return List.of(
                psql.toString(),
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--host=" + database.host(),
                "--port=" + database.port(),
                "--username=" + database.user(),
                "--dbname=" + database.name(),
                "--command=" + copy);
    }

    private static List<String> java(TestDatabase database, String copy, String direction) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CopyClient.class.getName(),
                direction,
                database.url(),
                database.user(),
                copy);
    }
}
