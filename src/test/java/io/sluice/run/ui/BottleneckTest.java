package io.sluice.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.RunStatistics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BottleneckTest {
    @Test
    void blamesTheTargetWhoseWriterIsBusyWhileTheReaderWaits() {
        assertThat(Bottleneck.of(busy(0.22, 0.91))).isEqualTo(Bottleneck.TARGET);
    }

    @Test
    void blamesTheSourceWhoseReaderIsBusyWhileTheWriterWaits() {
        assertThat(Bottleneck.of(busy(0.88, 0.30))).isEqualTo(Bottleneck.SOURCE);
    }

    @Test
    void blamesNobodyWhileBothAreBusy() {
        assertThat(Bottleneck.of(busy(0.80, 0.90))).isEqualTo(Bottleneck.NEITHER);
    }

    @Test
    void saysNothingWhenNobodyIsBusy() {
        assertThat(Bottleneck.of(busy(0.05, 0.40))).isEqualTo(Bottleneck.UNCLEAR);
    }

    @Test
    void saysNothingInTheFirstTwoSeconds() {
        assertThat(Bottleneck.of(statistics(0.1, 0.99, Duration.ofMillis(1900))))
                .isEqualTo(Bottleneck.UNCLEAR);
    }

    private static RunStatistics busy(double reader, double writer) {
        return statistics(reader, writer, Duration.ofSeconds(60));
    }

    private static RunStatistics statistics(double reader, double writer, Duration elapsed) {
        return new RunStatistics(
                1000,
                900,
                0,
                0,
                5000,
                10,
                50,
                elapsed,
                4,
                1,
                2,
                0,
                0.5,
                Duration.ofSeconds(60),
                reader,
                writer,
                0.9,
                0,
                0,
                0);
    }
}
