package io.sluice.connector.sqlite;

import io.sluice.connector.Steps;
import io.sluice.connector.WriterContract;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Connector;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

class SqliteWriterContractTest extends WriterContract {
    private static final TestDatabase DATABASE = SqliteFiles.database();

    @BeforeEach
    void emptyTarget() {
        DATABASE.run(
                "drop table if exists target",
                "create table target (id bigint primary key, name varchar(40) check (length(name) <= 40))");
    }

    @Override
    protected Connector connector() {
        return new SqliteConnector();
    }

    @Override
    protected RecordingContext context(int channels) {
        return super.context(channels).with("db", SqliteFiles.settings(DATABASE));
    }

    @Override
    protected Writer<?> writer(TaskContext context) throws Exception {
        return Steps.writer(connector(), Databases.step("target", "id", "name"), context);
    }

    @Override
    protected Optional<Writer<?>> idempotentWriter(TaskContext context) throws Exception {
        return Optional.of(
                Steps.writer(connector(), Databases.step("target", "*").with("writeMode", "update"), context));
    }

    @Override
    protected String refusedName() {
        return "x".repeat(40) + " ";
    }

    @Override
    protected List<List<@Nullable String>> stored() {
        return Databases.rows(DATABASE, "select id, name from target");
    }
}
