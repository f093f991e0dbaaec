package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "9999, '9,999', '9,999'",
        "12400, 12.4 K, 1.2万",
        "200000, 200 K, 20万",
        "3200000, 3.2 M, 320万",
        "5000000000, 5 G, 50亿"
    })
    void rowsAreCountedInTheUnitsOfTheLanguage(long rows, String english, String chinese) {
        assertThat(RowCount.about(rows, Locale.ENGLISH)).isEqualTo(english);
        assertThat(RowCount.about(rows, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
    }
}
