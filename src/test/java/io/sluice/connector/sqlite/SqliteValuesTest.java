package io.sluice.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Reader;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteValuesTest {
    private final TestDatabase database = SqliteFiles.database();
    private final RecordingContext context =
            RecordingContext.unrestricted(1).with("db", SqliteFiles.settings(database));

    @Test
    void aValueThatDoesNotFitTheDeclaredTypeIsRejected() throws Exception {
        database.run(
                "create table t (n integer, d date, b boolean, r real)",
                "insert into t values (1, '2024-02-29', 1, 0.1)",
                "insert into t values ('abc', '2024-02-29', 1, 0.1)",
                "insert into t values (9223372036854775807, '2024-02-30', 0, 1)",
                "insert into t values (-9223372036854775808, null, 2, 'x')");

        assertThat(read("t")).containsExactly("1|2024-02-29|true|0.1");
        assertThat(context.rejected()).extracting(rejected -> rejected.column()).containsExactly(0, 1, 2);
    }

    @Test
    void expressionsAreDeliveredAsText() throws Exception {
        database.run("create table t (n integer)", "insert into t values (7)");

        assertThat(read("t", "n + 1", "'x'", "n / 2.0", "null")).containsExactly("8|x|3.5|∅");
    }

    @Test
    void noStatementReachesAnotherFile() {
        database.run("create table t (n integer)");
        TestDatabase other = SqliteFiles.database();

        for (String sql : List.of("attach '" + other.name() + "' as o", "vacuum into '" + other.name() + ".copy'")) {
            assertThatThrownBy(() -> Steps.writer(
                                    new SqliteConnector(),
                                    Databases.step("t", "n").with("preSql", sql),
                                    context)
                            .prepare(oneColumn()))
                    .hasMessageContaining("too many attached databases");
        }
    }

    private static Schema oneColumn() {
        return Schema.of(new Column("n", LogicalType.Int.INT64));
    }

    private List<String> read(String table, String... columns) throws Exception {
        String[] wanted = columns.length == 0 ? new String[] {"*"} : columns;
        try (Reader<?> reader = Steps.reader(new SqliteConnector(), Databases.step(table, wanted), context)) {
            return rows(reader);
        }
    }

    private static <S extends Split> List<String> rows(Reader<S> reader) throws Exception {
        RowBatch batch = new RowBatch(reader.discover(), 100, Long.MAX_VALUE);
        try (SplitReader<S> split = reader.open(reader.plan(1).getFirst())) {
            assertThat(split.read(batch)).isEqualTo(Status.END);
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < batch.schema().size(); column++) {
                values.add(batch.vector(column).isNull(row) ? "∅" : batch.display(row, column));
            }
            rows.add(String.join("|", values));
        }
        return rows;
    }
}
