package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBufferTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static List<String> texts(LineBuffer buffer) {
        return buffer.pending(Integer.MAX_VALUE).stream().map(LogLine::text).toList();
    }

    @Test
    void keepsTheFirstAndTheLastLinesAndCountsTheRest() {
        LineBuffer buffer = new LineBuffer(1_000);
        for (int i = 1; i <= 5_000; i++) {
            buffer.add(NOW, Level.INFO, "engine", "line " + i);
        }
        buffer.end(NOW);
        List<String> lines = texts(buffer);
        assertThat(lines)
                .hasSize(1_000 + 1 + LineBuffer.LATE)
                .startsWith("line 1")
                .endsWith("line 5000");
        assertThat(lines.get(1_000)).startsWith("3800 lines are left out here");
        assertThat(buffer.dropped()).isEqualTo(3_800);
        assertThat(buffer.pending(Integer.MAX_VALUE))
                .extracting(LogLine::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void hearsNothingAfterTheEnd() {
        LineBuffer buffer = new LineBuffer(1_000);
        buffer.add(NOW, Level.INFO, "engine", "first");
        buffer.end(NOW);
        buffer.add(NOW, Level.INFO, "engine", "late");
        assertThat(texts(buffer)).containsExactly("first");
    }

    @Test
    void tellsWatchersFromMemoryOrSendsThemToTheStore() {
        LineBuffer buffer = new LineBuffer(100_000);
        for (int i = 1; i <= 10_000; i++) {
            buffer.add(NOW, Level.INFO, "engine", "line " + i);
        }
        assertThat(buffer.after(0, 5).orElseThrow())
                .extracting(LogLine::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        buffer.stored(9_999);
        assertThat(buffer.after(0, 5)).isEmpty();
        assertThat(buffer.after(9_998, 5).orElseThrow())
                .extracting(LogLine::sequence)
                .containsExactly(9_999L, 10_000L);
        assertThat(buffer.after(10_000, 5).orElseThrow()).isEmpty();
    }

    @Test
    void nobodyForgesAColouredOrReversedLine() {
        List<String> lines =
                new ArrayList<>(PlainLine.of("x\r\n2026-01-01 INFO login ok admin\u001b[2J \u202Etxt.exe\u0000"));
        assertThat(lines).containsExactly("x", "    2026-01-01 INFO login ok admin\u241B[2J \\u202etxt.exe\u2400");
        assertThat(PlainLine.of("tab\tand 数量 😀 é")).containsExactly("tab\tand 数量 😀 é");
        assertThat(PlainLine.of("a\u2028b\u2066c")).containsExactly("a\\u2028b\\u2066c");
        assertThat(PlainLine.of("x".repeat(10_000)).getFirst())
                .hasSizeLessThan(8_100)
                .endsWith("(2000 more characters)");
    }
}
