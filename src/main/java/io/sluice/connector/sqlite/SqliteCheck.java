package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.Ask;
import io.sluice.spi.FileAccess;
import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.LayerKind;
import io.sluice.spi.SupportsConnectionTest.State;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Tries to open a database file and to read its catalogue. */
final class SqliteCheck {
    private static final String TABLES = "select sqlite_version(), count(*) from sqlite_schema where type = 'table'";

    private SqliteCheck() {}

    static List<Layer> run(ConfigValue.Obj settings, ConfigSpec<SqliteDataSource> spec, FileAccess files) {
        return switch (spec.bind(settings)) {
            case Bound.Valid<SqliteDataSource> valid -> open(valid.value(), files);
            case Bound.Invalid<SqliteDataSource> invalid -> {
                String problems = String.join(
                        "; ",
                        invalid.problems().stream().map(ConfigProblem::message).toList());
                yield List.of(
                        new Layer(LayerKind.FILE, State.FAILED, Duration.ZERO, problems, "Correct the settings."));
            }
        };
    }

    private static List<Layer> open(SqliteDataSource source, FileAccess files) {
        long begin = System.nanoTime();
        try (Connection connection = new SqliteSessions(source, files).reading()) {
            List<String> row = Ask.firstRow(connection, TABLES);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return List.of(
                    new Layer(LayerKind.FILE, State.PASSED, took, row.getLast() + " tables", ""),
                    new Layer(LayerKind.VERSION, State.PASSED, Duration.ZERO, "SQLite " + row.getFirst(), ""));
        } catch (SQLException | SluiceException failure) {
            ErrorCode code = new SqliteDialect().classify(failure);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            String message = code.name() + ": " + failure.getMessage();
            return List.of(
                    new Layer(LayerKind.FILE, State.FAILED, took, message, code.advice()),
                    new Layer(LayerKind.VERSION, State.SKIPPED, Duration.ZERO, "", ""));
        }
    }
}
