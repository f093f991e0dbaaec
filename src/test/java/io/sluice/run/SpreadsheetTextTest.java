package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\n=1", "'=1", "''@x", "\uff1d1", "-1-1", "+1e"})
    void whatLooksLikeAFormulaBeginsWithAnApostrophe(String value) {
        assertThat(SpreadsheetText.harmless(value)).isEqualTo("'" + value);
        assertThat(SpreadsheetText.value(SpreadsheetText.harmless(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "-1", "+2.50", "-1e-7", "'quoted'", "'", "a=b", "2026-11-25", "\\x00ff"})
    void everythingElseStaysAsItIs(String value) {
        assertThat(SpreadsheetText.harmless(value)).isEqualTo(value);
        assertThat(SpreadsheetText.value(value)).isEqualTo(value);
    }
}
