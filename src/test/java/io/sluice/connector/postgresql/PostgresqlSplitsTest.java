package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tables are cut, and what remains of a half-read part. */
class PostgresqlSplitsTest {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();
    private static final int ROWS = 3000;

    /** 3,000 rows of which two fill a block, with gaps where rows were deleted and updated. */
    @BeforeAll
    static void createTables() {
        DATABASE.run(
                "create table wide (id bigint, grp int, pad text)",
                "alter table wide alter pad set storage plain",
                insert("wide", 1, ROWS),
                "insert into wide select 100000 + i, 0, '' from generate_series(1, 1000) i",
                "delete from wide where id > 100000",
                "update wide set grp = grp + 1 where id % 10 = 0",
                "create table keyed (id bigint primary key, grp int, pad text)",
                insert("keyed", 1, ROWS),
                "create index on keyed (grp)",
                "analyze keyed",
                "create table parted (id bigint, grp int, pad text) partition by range (id)",
                "create table parted_low partition of parted for values from (0) to (1000)",
                "create table parted_high (pad text, grp int, id bigint)",
                "alter table parted attach partition parted_high for values from (1000) to (100000)",
                "alter table parted_low alter pad set storage plain",
                "alter table parted_high alter pad set storage plain",
                insert("parted", 1, ROWS),
                "create view seen as select * from keyed");
    }

    private static String insert(String table, int from, int to) {
        return "insert into %s (id, grp, pad) select i, i %% 100, repeat('x', 3500) from generate_series(%d, %d) i"
                .formatted(table, from, to);
    }

    private static PostgresqlReader reader(RecordingContext context, ConfigValue.Obj step) throws Exception {
        Reader<?> reader = Steps.reader(new PostgresqlConnector(), step, context);
        reader.discover();
        return (PostgresqlReader) reader;
    }

    private static PostgresqlReader reader(ConfigValue.Obj step) throws Exception {
        return reader(RecordingContext.unrestricted(1).with("db", Databases.settings(DATABASE)), step);
    }

    private static ConfigValue.Obj step(String table) {
        return Databases.step(table, "id");
    }

    private static List<Long> ids(PostgresqlReader reader, List<PostgresqlSplit> splits) throws Exception {
        List<Long> ids = new ArrayList<>();
        for (PostgresqlSplit split : splits) {
            readOn(reader, split, 500, Integer.MAX_VALUE, ids);
        }
        Collections.sort(ids);
        return ids;
    }

    /** Reads some batches of a split and answers what remains. */
    private static PostgresqlSplit readOn(
            PostgresqlReader reader, PostgresqlSplit split, int capacity, int batches, List<Long> ids)
            throws Exception {
        RowBatch batch = new RowBatch(reader.discover(), capacity, Long.MAX_VALUE);
        try (SplitReader<PostgresqlSplit> part = reader.open(split)) {
            Status status = Status.MORE;
            for (int count = 0; count < batches && status == Status.MORE; count++) {
                batch.clear();
                status = part.read(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    ids.add(batch.longs(0).get(row));
                }
            }
            return part.remaining();
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"wide,1", "wide,4", "wide,16", "parted,1", "parted,4", "parted,16"})
    void everyRowIsInOnePartByBlocks(String table, int wanted) throws Exception {
        try (PostgresqlReader reader = reader(step(table))) {
            List<PostgresqlSplit> splits = reader.plan(wanted);

            assertThat(splits).allMatch(split -> split.tuples() != null);
            assertThat(splits.size()).isBetween(Math.min(wanted, 8), wanted + 2);
            assertThat(ids(reader, splits)).isEqualTo(upTo(ROWS));
        }
    }

    @ParameterizedTest
    @CsvSource({"wide,'',1", "wide,'',3", "keyed,id,1", "keyed,id,3", "parted,'',2"})
    void whatRemainsAfterAnyBatchGoesOnExactly(String table, String key, int batches) throws Exception {
        try (PostgresqlReader reader = reader(step(table).with("splitPk", key))) {
            List<Long> ids = new ArrayList<>();
            for (PostgresqlSplit planned : reader.plan(3)) {
                PostgresqlSplit rest = planned;
                for (int before = -1; before < ids.size(); ) {
                    before = ids.size();
                    rest = readOn(reader, rest, 97, batches, ids);
                }
            }
            Collections.sort(ids);
            assertThat(ids).isEqualTo(upTo(ROWS));
        }
    }

    /** Blocks with a few large rows, with hundreds of small ones and with none, in which no estimate holds for long. */
    private static void createUneven() {
        DATABASE.run(
                "drop table if exists uneven",
                "create table uneven (id bigint, pad text)",
                "alter table uneven alter pad set storage main",
                "insert into uneven select i, repeat('x', 2500) from generate_series(1, 300) i",
                "insert into uneven select i, '' from generate_series(301, 20000) i",
                "insert into uneven select i, repeat(i::text, 20000) from generate_series(20001, 20100) i",
                "insert into uneven select i, '' from generate_series(20101, 40000) i",
                "delete from uneven where id between 5001 and 35000");
    }

    /** All blocks that are there, which are read otherwise than a whole table. */
    private static PostgresqlSplit part(PostgresqlReader reader) throws Exception {
        PostgresqlSplit whole = reader.plan(1).getFirst();
        return new PostgresqlSplit(whole.rows(), whole.places().upTo(1 << 20));
    }

    private static List<Long> uneven() {
        return LongStream.rangeClosed(1, 40000)
                .filter(id -> id <= 5000 || id > 35000)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1,1000000", "7,1000000", "97,60000", "4096,60000", "4096,1000000000", "1000000,1000000000"})
    void blocksOfAnyDensityAreReadOnceInTheirOrder(int capacity, long bytes) throws Exception {
        createUneven();
        try (PostgresqlReader reader = reader(Databases.step("uneven", "id", "pad"))) {
            List<Long> ids = new ArrayList<>();
            PostgresqlSplit rest = part(reader);
            Status status = Status.MORE;
            while (status == Status.MORE) {
                RowBatch batch = new RowBatch(reader.discover(), capacity, bytes);
                try (SplitReader<PostgresqlSplit> part = reader.open(rest)) {
                    assertThat(part).isInstanceOf(BlockSplitReader.class);
                    for (int count = 0; count < 1000 && status == Status.MORE; count++) {
                        batch.clear();
                        status = part.read(batch);
                        LongStream.range(0, batch.rows())
                                .forEach(row -> ids.add(batch.longs(0).get((int) row)));
                    }
                    rest = part.remaining();
                }
            }
            assertThat(ids).isEqualTo(uneven());
        }
    }

    @ParameterizedTest
    @CsvSource({"97,false", "1000,false", "97,true"})
    void aPartSeesOneStateWhateverIsWrittenMeanwhile(int capacity, boolean whole) throws Exception {
        createUneven();
        try (PostgresqlReader reader = reader(Databases.step("uneven", "id", "pad"))) {
            List<Long> ids = new ArrayList<>();
            RowBatch batch = new RowBatch(reader.discover(), capacity, Long.MAX_VALUE);
            try (SplitReader<PostgresqlSplit> part = reader.open(reader.plan(1).getFirst())) {
                for (Status status = Status.MORE; status == Status.MORE; ) {
                    batch.clear();
                    status = part.read(batch);
                    LongStream.range(0, batch.rows())
                            .forEach(row -> ids.add(batch.longs(0).get((int) row)));
                    DATABASE.run(
                            "update uneven set pad = pad || 'y' where id %% 100 = %d".formatted(ids.size() % 100),
                            "delete from uneven where id in (select id from uneven order by id desc limit 50)",
                            "insert into uneven select -i, 'new' from generate_series(1, 50) i");
                }
            }
            assertThat(ids).isEqualTo(uneven());
        }
    }

    /** Values outside the blocks could make the rest of a statement, which is let go, as large as they like. */
    @Test
    void aTableWithValuesOutsideItsBlocksIsReadByThePlacesOfItsRows() throws Exception {
        DATABASE.run(
                "create table toasted (id bigint, pad text)",
                "alter table toasted alter pad set storage external",
                "insert into toasted select i, repeat('x', 100000) from generate_series(1, 50) i");
        try (PostgresqlReader reader = reader(Databases.step("toasted", "id", "pad"))) {
            PostgresqlSplit split = reader.plan(1).getFirst();
            try (SplitReader<PostgresqlSplit> part =
                    reader.open(new PostgresqlSplit(split.rows(), split.places().upTo(1 << 20)))) {
                assertThat(part).isInstanceOf(CopySplitReader.class);
            }
            assertThat(ids(reader, List.of(split))).isEqualTo(upTo(50));
            List<Long> ids = new ArrayList<>();
            PostgresqlSplit rest = readOn(reader, split, 7, 1, ids);
            readOn(reader, rest, 7, Integer.MAX_VALUE, ids);
            assertThat(ids).isEqualTo(upTo(50));
        }
    }

    @Test
    void whatRemainsOfRowsWithoutAPositionIsAllOfThem() throws Exception {
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(DATABASE));
        try (PostgresqlReader reader = reader(context, step("seen"))) {
            List<Long> ids = new ArrayList<>();
            PostgresqlSplit rest = readOn(reader, reader.plan(1).getFirst(), 100, 2, ids);

            assertThat(ids).hasSize(200);
            assertThat(ids(reader, List.of(rest))).isEqualTo(upTo(ROWS));
            assertThat(context.logged()).anyMatch(line -> line.contains("read again"));
        }
    }

    @Test
    void rowsInFrontDoNotMoveWhatRemains() throws Exception {
        DATABASE.run(
                "create table changing (id bigint, pad text)",
                "alter table changing alter pad set storage plain",
                "insert into changing select i, repeat('x', 3500) from generate_series(1, 600) i");
        try (PostgresqlReader reader = reader(step("changing"))) {
            List<Long> ids = new ArrayList<>();
            PostgresqlSplit rest = readOn(reader, reader.plan(1).getFirst(), 100, 2, ids);
            DATABASE.run(
                    "delete from changing where id < 150",
                    "vacuum changing",
                    "insert into changing select 10000 + i, '' from generate_series(1, 50) i");
            readOn(reader, rest, 100, Integer.MAX_VALUE, ids);

            assertThat(ids.stream().filter(id -> id <= 600).toList()).isEqualTo(upTo(600));
        }
    }

    @Test
    void rowsAppendedAfterPlanningBelongToTheLastPart() throws Exception {
        DATABASE.run("create table growing (id bigint, grp int, pad text)", insert("growing", 1, 1000));
        try (PostgresqlReader reader = reader(step("growing"))) {
            List<PostgresqlSplit> splits = reader.plan(4);
            DATABASE.run(insert("growing", 1001, 1700));

            assertThat(ids(reader, splits)).isEqualTo(upTo(1700));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vacuum full rewritten", "truncate rewritten"})
    void aTableRewrittenAfterPlanningIsRefused(String rewriting) throws Exception {
        DATABASE.run(
                "drop table if exists rewritten",
                "create table rewritten (id bigint, grp int, pad text)",
                insert("rewritten", 1, 10));
        try (PostgresqlReader reader = reader(step("rewritten"))) {
            PostgresqlSplit split = reader.plan(1).getFirst();
            DATABASE.run(rewriting);

            SluiceException refused = catchThrowableOfType(SluiceException.class, () -> reader.open(split));

            assertThat(refused.code()).isEqualTo(JdbcError.SOURCE_REWRITTEN);
        }
    }

    @Test
    void aFilterServedByAnIndexMakesOnePartWhoseRestIsExact() throws Exception {
        try (PostgresqlReader reader = reader(step("keyed").with("where", "grp = 7"))) {
            List<PostgresqlSplit> splits = reader.plan(8);
            List<Long> ids = new ArrayList<>();
            PostgresqlSplit rest = readOn(reader, splits.getFirst(), 10, 2, ids);
            readOn(reader, rest, 100, Integer.MAX_VALUE, ids);

            assertThat(splits).hasSize(1);
            assertThat(ids).hasSize(30).doesNotHaveDuplicates().allMatch(id -> id % 100 == 7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"count(*)", "distinct grp", "generate_series(1, 2)", "row_number() over ()"})
    void aSelectListThatIsNotRowForRowIsReadAsAWhole(String list) throws Exception {
        try (PostgresqlReader reader = reader(Databases.step("keyed", list))) {
            assertThat(reader.plan(8)).hasSize(1).allMatch(split -> split.tuples() == null);
        }
    }

    @Test
    void expressionsOfOneRowMayBeCut() throws Exception {
        try (PostgresqlReader reader = reader(Databases.step("wide", "id * 1", "upper(pad) as big", "'constant'"))) {
            assertThat(ids(reader, reader.plan(4))).isEqualTo(upTo(ROWS));
            assertThat(reader.plan(4)).hasSize(4);
        }
    }

    @Test
    void viewsAndQueriesAreOnePart() throws Exception {
        ConfigValue.Obj query =
                ConfigValue.Obj.EMPTY.with("datasource", "db").with("querySql", "select id from keyed order by id; ");
        try (PostgresqlReader view = reader(step("seen"));
                PostgresqlReader asked = reader(query)) {
            assertThat(view.plan(4)).hasSize(1);
            assertThat(ids(view, view.plan(4))).isEqualTo(upTo(ROWS));
            assertThat(asked.plan(4)).hasSize(1);
            assertThat(ids(asked, asked.plan(4))).isEqualTo(upTo(ROWS));
        }
    }

    @Test
    void tablesThatInheritAreReadOnce() throws Exception {
        DATABASE.run(
                "create table parent (id bigint, grp int, pad text)",
                "create table child (more text) inherits (parent)",
                insert("parent", 1, 400),
                insert("child", 401, 900));
        try (PostgresqlReader reader = reader(step("parent").with("where", "parent.id > 0"))) {
            List<PostgresqlSplit> splits = reader.plan(2);

            assertThat(splits).allMatch(split -> split.tuples() != null);
            assertThat(ids(reader, splits)).isEqualTo(upTo(900));
        }
    }

    @Test
    void theLogSaysWhichWayIsTaken() throws Exception {
        RecordingContext context = RecordingContext.unrestricted(1).with("db", Databases.settings(DATABASE));
        reader(context, step("wide")).close();
        reader(context, step("wide").with("readMode", "cursor")).close();

        assertThat(context.logged())
                .contains("INFO Reading wide by binary COPY in ranges of blocks")
                .anyMatch(line -> line.startsWith("INFO Reading wide through a cursor"));
    }
}
