package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Text;
import org.junit.jupiter.api.Test;

class ShownValueTest {
    private static final LogicalType LOCAL = new LogicalType.Timestamp(6);

    @Test
    void momentsHaveABlankBetweenDateAndTime() {
        assertThat(ShownValue.of("2026-11-26T10:00:00.125", LOCAL)).isEqualTo("2026-11-26 10:00:00.125");
        assertThat(ShownValue.of("-0044-03-15T10:00", LOCAL)).isEqualTo("-0044-03-15 10:00");
        assertThat(ShownValue.of("2026-11-26T10:00:00Z", new LogicalType.Instant(0)))
                .isEqualTo("2026-11-26 10:00:00Z");
    }

    @Test
    void otherTextsAreShownAsTheyAre() {
        assertThat(ShownValue.of("infinity", LOCAL)).isEqualTo("infinity");
        assertThat(ShownValue.of("2026-11-26", LOCAL)).isEqualTo("2026-11-26");
        assertThat(ShownValue.of("2026-11-26T10:00:00", Text.UNBOUNDED)).isEqualTo("2026-11-26T10:00:00");
    }
}
