package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of the values of dirty records that are too large to be kept whole. */
class LargeDirtyRecordsTest {
    private final Recorder recorder = new Recorder();

    /** Reads one row of many long texts, at the end of which half a character would be left over. */
    private record Wide(Schema schema, String value) implements Reader<NumberSource.Range> {
        @Override
        public Schema discover() {
            return schema;
        }

        @Override
        public List<NumberSource.Range> plan(int wanted) {
            return List.of(new NumberSource.Range(0, 1));
        }

        @Override
        public SplitReader<NumberSource.Range> open(NumberSource.Range split) {
            return new SplitReader<>() {
                @Override
                public Status read(RowBatch batch) {
                    for (int column = 0; column < schema.size(); column++) {
                        batch.bytes(column).set(0, value);
                    }
                    batch.endRow();
                    return Status.END;
                }

                @Override
                public NumberSource.Range remaining() {
                    return split;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    private DirtyRecord onlyOne(int columns, LogicalType type, String value) throws Exception {
        Schema schema = new Schema(IntStream.range(0, columns)
                .mapToObj(number -> new Column("c" + number, type))
                .toList());
        NumberTarget refusing = new NumberTarget() {
            @Override
            void beforeWrite(RowBatch rows, int from, int to) {
                throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "refused");
            }
        };
        Job job = TestRun.job(
                context -> new Wide(schema, value),
                context -> refusing,
                RunSettings.DEFAULT.withDirtyLimit(DirtyLimit.IGNORE));
        RunResult result = TestRun.run(job, recorder);
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(recorder.dirty).hasSize(1);
        return recorder.dirty.getFirst();
    }

    /** A record must fit into the store whatever it is. */
    @Test
    void aRecordOfAThousandLongValuesKeepsTheirBeginnings() throws Exception {
        DirtyRecord record = onlyOne(1_000, LogicalType.Text.UNBOUNDED, "x".repeat(31_999) + "😀 and more");
        assertThat(record.values()).hasSize(1_000);
        assertThat(record.cut()).hasSize(1_000);
        assertThat(record.values().getFirst()).isEqualTo("x".repeat(31_999) + "…");
        assertThat(record.values().getLast()).isEqualTo("x".repeat(1_000) + "…");
        assertThat(record.values().stream().mapToInt(String::length).sum()).isLessThan(2_100_000);
    }

    @Test
    void ofAValueOfSixteenMegabytesTheBeginningIsKept() throws Exception {
        DirtyRecord record = onlyOne(1, LogicalType.Text.UNBOUNDED, "é".repeat(8 << 20));
        assertThat(record.cut()).containsExactly(0);
        assertThat(record.values()).containsExactly("é".repeat(32_000) + "…");
    }

    @Test
    void valuesThatArePartlyCutAreNeverTakenForWhole() throws Exception {
        DirtyRecord record = onlyOne(1, LogicalType.Binary.UNBOUNDED, "é".repeat(8 << 20));
        assertThat(record.cut()).containsExactly(0);
        assertThat(record.values()).containsExactly("\\x" + "c3a9".repeat(7_999) + "c3…");
    }
}
