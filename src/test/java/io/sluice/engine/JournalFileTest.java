package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.spi.Split;
import io.sluice.spi.Tally;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final Checkpoint FIRST = new Checkpoint.Attempted("load", 1);
    private static final Checkpoint SPLIT = new Checkpoint.Planned(0, "{\"a\": \"\\\"b\\n\"}");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void inTheFolder() {
        file = folder.resolve("journal");
    }

    private static Checkpoint committed(long batch) {
        return new Checkpoint.Committed(0, batch, "rest " + batch, new Tally(batch, batch, 0, batch * 10));
    }

    private List<Checkpoint> read() throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            return journal.read();
        }
    }

    @Test
    void theLastCommitOfASplitCounts() throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            journal.keep(FIRST, true);
            journal.keep(SPLIT, false);
            journal.keep(committed(1), false);
            journal.keep(committed(2), false);
        }
        assertThat(read()).containsExactly(FIRST, SPLIT, committed(2));
    }

    @Test
    void aLineThatACrashCutOffDoesNotCount() throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            journal.keep(FIRST, true);
            journal.keep(committed(1), false);
        }
        Files.writeString(file, "{\"io.sluice.engine.Checkpoint$Comm", StandardOpenOption.APPEND);
        assertThat(read()).containsExactly(FIRST, committed(1));
        try (JournalFile journal = JournalFile.open(file)) {
            journal.keep(committed(2), false);
        }
        assertThat(read()).containsExactly(FIRST, committed(2));
    }

    @Test
    void whatIsNoCheckpointIsRefusedWithAReason() throws IOException {
        Files.writeString(file, "{\"java.lang.ProcessBuilder\": {}}\n");
        SluiceException failure = catchThrowableOfType(SluiceException.class, this::read);
        assertThat(failure.code()).isEqualTo(EngineError.CHECKPOINT_UNREADABLE);
    }

    @Test
    void twoRunsCannotUseOneFile() throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            SluiceException failure = catchThrowableOfType(SluiceException.class, this::read);
            assertThat(failure.code()).isEqualTo(EngineError.CHECKPOINT_BUSY);
            journal.keep(FIRST, false);
        }
        assertThat(read()).containsExactly(FIRST);
    }

    @Test
    void aLongFileIsMadeShort() throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            journal.keep(FIRST, true);
            for (long batch = 1; batch <= 30_000; batch++) {
                journal.keep(committed(batch), false);
            }
        }
        assertThat(Files.size(file)).isLessThan(1L << 20);
        assertThat(read()).containsExactly(FIRST, committed(30_000));
    }

    @Test
    void aSplitComesBackAsItWas() {
        Odd odd = new Odd(
                "ü\"\n\u0001",
                Long.MIN_VALUE,
                2.5,
                true,
                null,
                new BigDecimal("1E-7"),
                Odd.Side.LEFT,
                List.of(new Odd.Inner(7)),
                Map.of("a", "b"));
        String line = RecordText.write(odd);
        assertThat(line).doesNotContain("\n");
        assertThat(RecordText.read(line, Split.class, Odd.class.getClassLoader()))
                .isEqualTo(odd);
    }

    private record Odd(
            String text,
            long number,
            double real,
            boolean truth,
            @Nullable String none,
            BigDecimal decimal,
            Side side,
            List<Inner> list,
            Map<String, String> map)
            implements Split {
        private enum Side {
            LEFT,
            RIGHT
        }

        private record Inner(int value) {}

        @Override
        public String describe() {
            return text;
        }
    }

    @Test
    void pausesGrowToALimitAndDiffer() {
        assertThat(Retries.pauseMillis(new Code(true), 0, 0)).isEqualTo(25);
        assertThat(Retries.pauseMillis(new Code(true), 0, 1)).isEqualTo(50);
        assertThat(Retries.pauseMillis(new Code(true), 3, 1)).isEqualTo(400);
        assertThat(Retries.pauseMillis(new Code(true), 30, 1)).isEqualTo(5_000);
        assertThat(Retries.pauseMillis(new Code(false), 0, 1)).isEqualTo(500);
        assertThat(Retries.pauseMillis(new Code(false), 30, 1)).isEqualTo(30_000);
    }

    private record Code(boolean isConflict) implements io.sluice.spi.error.ErrorCode {
        @Override
        public String name() {
            return "CODE";
        }

        @Override
        public io.sluice.spi.error.Category category() {
            return io.sluice.spi.error.Category.TRANSIENT;
        }
    }
}
