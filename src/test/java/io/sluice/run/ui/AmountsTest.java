package io.sluice.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.ui.Translations;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AmountsTest {
    private final Translations translations = new Translations();
    private final Amounts amounts =
            new Amounts((key, parameters) -> translations.getTranslation(key, Locale.ENGLISH, parameters));

    @Test
    void groupsThousands() {
        assertThat(Amounts.count(1_204_618)).isEqualTo("1,204,618");
    }

    @Test
    void keepsOneHundredPerCentForTheEnd() {
        assertThat(Amounts.percent(0.999)).isEqualTo("99 %");
        assertThat(Amounts.percent(1)).isEqualTo("100 %");
    }

    @Test
    void writesDurationsInTheirTwoLargestUnits() {
        assertThat(amounts.duration(Duration.ofMillis(28))).isEqualTo("28 ms");
        assertThat(amounts.duration(Duration.ofMillis(1234))).isEqualTo("1.2 s");
        assertThat(amounts.duration(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(amounts.duration(Duration.ofSeconds(186))).isEqualTo("3 min 6 s");
        assertThat(amounts.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void writesVolumesInMegabytesAndGigabytes() {
        assertThat(Amounts.volume(500_000)).isEqualTo("0.48 MB");
        assertThat(Amounts.memory(1)).isEqualTo("1 KB");
        assertThat(Amounts.memory(492_544)).isEqualTo("481 KB");
        assertThat(Amounts.memory(2_097_152)).isEqualTo("2.0 MB");
        assertThat(Amounts.volume(216_636_826)).isEqualTo("206.6 MB");
        assertThat(Amounts.volume(3_221_225_472.0)).isEqualTo("3.00 GB");
    }
}
