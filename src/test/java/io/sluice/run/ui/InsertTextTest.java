package io.sluice.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyShape;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyState;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The statements are given to real servers, and what arrives is compared. */
class InsertTextTest {
    private static final Schema COLUMNS = Schema.of(
            new Column("id", new LogicalType.Int(32, true), false, "int", true),
            new Column("note", LogicalType.Text.UNBOUNDED, true, "text", false),
            new Column("raw", LogicalType.Binary.UNBOUNDED, true, "blob", false));

    private static DirtyRow row(DirtyRecord.Stage stage, @Nullable String... values) {
        return new DirtyRow(
                1,
                0,
                new DirtyShape(stage, 0, COLUMNS, COLUMNS),
                0,
                Instant.EPOCH,
                new DirtyRow.Cause("VALUE_TOO_LONG", 1, "note", "too long", ""),
                new ArrayList<>(Arrays.asList(values)),
                null,
                List.of(),
                DirtyState.OPEN,
                false,
                null,
                0);
    }

    private static String insert(String type, @Nullable String... values) {
        RunSides.Target target = new RunSides.Target("db", type, "arrived", List.of("order", "Odd \"na`me", "raw"));
        return InsertText.of(row(DirtyRecord.Stage.WRITER, values), target, 0).orElseThrow();
    }

    @Test
    void oddValuesArriveInMariaDb() {
        TestDatabase database = MariaDbServer.shared().database();
        database.run("create table arrived (`order` int primary key, `Odd \"na``me` text, raw varbinary(9))");
        database.run(insert("mysql", "1", "it's a \\ and a \\' or 1=1", "\\x00ff"), insert("mysql", "2", null, null));
        assertThat(database.rows("select `order`, `Odd \"na``me`, hex(raw) from arrived order by `order`"))
                .containsExactly("1|it's a \\ and a \\' or 1=1|00FF", "2|∅|∅");
    }

    @Test
    void oddValuesArriveInPostgresql() {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run("create table arrived (\"order\" int primary key, \"Odd \"\"na`me\" text, raw bytea)");
        database.run(insert("postgresql", "1", "it's a \\ and a \\' or 1=1", "\\x00ff"));
        assertThat(database.rows("select \"order\", \"Odd \"\"na`me\", encode(raw, 'hex') from arrived"))
                .containsExactly("1|it's a \\ and a \\' or 1=1|00ff");
    }

    @Test
    void valuesThatStepsStillChangeAreNone() {
        RunSides.Target target = new RunSides.Target("db", "postgresql", "arrived", List.of());
        assertThat(InsertText.of(row(DirtyRecord.Stage.READER, "1", "a", null), target, 1))
                .isEmpty();
        assertThat(InsertText.of(row(DirtyRecord.Stage.READER, "1", "a", null), target, 0))
                .hasValue("INSERT INTO arrived (\"id\", \"note\", \"raw\") VALUES (1, 'a', NULL);");
        assertThat(InsertText.of(row(DirtyRecord.Stage.WRITER, "1"), target, 0)).isEmpty();
        assertThat(InsertText.of(
                        row(DirtyRecord.Stage.WRITER, "1", "a", null),
                        new RunSides.Target("db", "txtfile", "", List.of()),
                        0))
                .isEmpty();
    }
}
