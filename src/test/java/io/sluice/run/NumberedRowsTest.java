package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of log lines and dirty records when the store has failed in the middle of them, or refuses some. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class NumberedRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");
    private static final DirtyShape SHAPE = new DirtyShape(
            Stage.WRITER,
            0,
            Schema.of(new Column("v", LogicalType.Text.UNBOUNDED)),
            Schema.of(new Column("v", LogicalType.Text.UNBOUNDED)));

    private final RunPlace run = new RunPlace(UUID.randomUUID(), UUID.randomUUID());
    private final DirtyRepository dirty;
    private final LogRepository lines;

    NumberedRowsTest(StoreKind kind) {
        Services services = kind.services();
        dirty = services.get(DirtyRepository.class);
        lines = services.get(LogRepository.class);
    }

    private record Code(String name) implements ErrorCode {
        @Override
        public Category category() {
            return Category.DATA;
        }
    }

    private static FoundRecord found(long sequence, ErrorCode code, String... values) {
        return new FoundRecord(
                sequence, 0, new DirtyRecord(SHAPE, 0, Arrays.asList(values), List.of(), 0, "v", code, "refused", ""));
    }

    private static List<FoundRecord> found(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> found(number, CommonError.VALUE_OUT_OF_RANGE, "v" + number))
                .toList();
    }

    private List<DirtyRow> stored() {
        return dirty.page(run, DirtyQuery.ALL, 0, 10_000);
    }

    @Test
    void recordsTheStoreHasAlreadyAreKeptOnceTogetherWithTheOthers() {
        dirty.insertShape(run, 0, SHAPE);
        dirty.insert(run, found(400, 700), NOW);
        dirty.insertShape(run, 0, SHAPE);
        dirty.insert(run, found(1, 1_300), NOW);
        assertThat(stored()).hasSize(1_300);
        assertThat(stored().getLast().values()).containsExactly("v1300");
        assertThat(stored().getLast().form()).isEqualTo(SHAPE);
    }

    @Test
    void aRecordThatTheStoreRefusesDoesNotKeepTheOthersOut() {
        dirty.insertShape(run, 0, SHAPE);
        List<FoundRecord> records = new ArrayList<>(found(1, 9));
        records.add(3, found(100, new Code("X".repeat(65)), "refused"));
        dirty.insert(run, records, NOW);
        assertThat(stored()).extracting(DirtyRow::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void linesTheStoreHasAlreadyAreKeptOnceTogetherWithTheOthers() {
        List<LogLine> all = LongStream.rangeClosed(1, 1_200)
                .mapToObj(number -> new LogLine(number, NOW, Level.INFO, "run", "line " + number))
                .toList();
        lines.insert(run.workspace(), run.id(), all.subList(0, 700));
        lines.insert(run.workspace(), run.id(), all);
        assertThat(lines.after(run.workspace(), run.id(), 0, 5_000)).containsExactlyElementsOf(all);
    }

    /** No character that a value may hold becomes another one in the store. */
    @Test
    void anyCharacterIsKept() {
        String[] values = {
            "\u0000 nul",
            "\ud800 high",
            "low \udc00",
            "\udc00\ud800",
            "😀 \\ud800",
            "\u001a\u2028\ufffe\uffff",
            "\\",
            null
        };
        dirty.insertShape(run, 0, SHAPE);
        dirty.insert(run, List.of(found(1, CommonError.VALUE_OUT_OF_RANGE, values)), NOW);
        assertThat(stored().getFirst().values()).containsExactly(values);
    }
}
