package io.sluice.connector.mysql;

import io.sluice.connector.Steps;
import io.sluice.connector.WriterContract;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Connector;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

class MysqlWriterContractTest extends WriterContract {
    private static final TestDatabase DATABASE = MariaDbServer.shared().database();

    @BeforeEach
    void emptyTarget() {
        DATABASE.run("create or replace table target (id bigint primary key, name varchar(40))");
    }

    @Override
    protected Connector connector() {
        return new MysqlConnector();
    }

    @Override
    protected RecordingContext context(int channels) {
        return super.context(channels).with("db", Databases.settings(DATABASE));
    }

    /** Parameters of the writer; a subclass chooses another way of writing. */
    protected ConfigValue.Obj step(String... columns) {
        return Databases.step("target", columns);
    }

    @Override
    protected Writer<?> writer(TaskContext context) throws Exception {
        return Steps.writer(connector(), step("id", "name"), context);
    }

    @Override
    protected Optional<Writer<?>> idempotentWriter(TaskContext context) throws Exception {
        return Optional.of(Steps.writer(connector(), step("*").with("writeMode", "update"), context));
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
