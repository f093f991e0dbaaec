package io.sluice.connector.postgresql;

import io.sluice.connector.ReaderContract;
import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.TaskContext;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlReaderContractTest extends ReaderContract {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();

    @BeforeAll
    static void createTables() {
        DATABASE.run(
                "create table sample (id int primary key, name varchar(30), amount decimal(10,2))",
                "create table empty_one (like sample)",
                Databases.sampleInsert("sample"));
    }

    @Override
    protected Connector connector() {
        return new PostgresqlConnector();
    }

    @Override
    protected RecordingContext context() {
        return super.context().with("db", Databases.settings(DATABASE));
    }

    @Override
    protected Reader<?> sampleReader(TaskContext context) throws Exception {
        return Steps.reader(connector(), Databases.step("sample", "*").with("splitPk", "id"), context);
    }

    @Override
    protected Reader<?> emptyReader(TaskContext context) throws Exception {
        return Steps.reader(connector(), Databases.step("empty_one", "*").with("splitPk", "id"), context);
    }

    @Override
    protected List<String> expectedColumns() {
        return List.of("id", "name", "amount");
    }

    @Override
    protected List<List<@Nullable String>> expectedRows() {
        return Databases.sampleRows();
    }
}
