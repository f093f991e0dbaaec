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

/** Tables without a split key are cut by their blocks; the sample's rows lie far from each other between others. */
class PostgresqlTupleReaderContractTest extends ReaderContract {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();

    @BeforeAll
    static void createTables() {
        DATABASE.run(
                "create table plain (id int, name varchar(30), amount decimal(10,2))",
                Databases.sampleInsert("plain"),
                "create table sample (id int, name varchar(30), amount decimal(10,2), padding text)",
                "alter table sample alter column padding set storage plain",
                "insert into sample select p.id, p.name, p.amount, repeat('x', 7000) from plain p"
                        + " union all select 1000 + i, 'other', 0, repeat('x', 7000) from generate_series(1, 600) i"
                        + " order by 4, 3",
                "create table empty_one (like sample)");
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
        return Steps.reader(
                connector(), Databases.step("sample", "id", "name", "amount").with("where", "id < 1000"), context);
    }

    @Override
    protected Reader<?> emptyReader(TaskContext context) throws Exception {
        return Steps.reader(connector(), Databases.step("empty_one", "*"), context);
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
