package io.sluice.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.ScriptDocument;
import io.sluice.studio.ui.StudioToolbar.Mode;
import org.junit.jupiter.api.Test;

class ScriptModeTest {
    private static final String WIZARD = """
            {
              // made in the form
              "steps": [], "unknown": 1,
              "extend": {"mode": "wizard", "cu": "0.5"}
            }
            """;
    private static final String CODE = WIZARD.replace("wizard", "code");

    private static ScriptMode mode(String text) {
        return new ScriptMode(ScriptDocument.parse(text));
    }

    @Test
    void switchingToScriptAsksAndChangesOneWord() {
        ScriptMode mode = mode(WIZARD);
        assertThat(mode.asksBefore(Mode.SCRIPT)).isTrue();
        assertThat(mode.after(Mode.SCRIPT).text()).isEqualTo(CODE);
    }

    @Test
    void theWayBackAsksNothingAndChangesOneWord() {
        ScriptMode mode = mode(CODE);
        assertThat(mode.asksBefore(Mode.FORM)).isFalse();
        assertThat(mode.after(Mode.FORM).text()).isEqualTo(WIZARD);
        assertThat(mode.asksBefore(Mode.SCRIPT)).isFalse();
        assertThat(mode.after(Mode.SCRIPT).text()).isEqualTo(CODE);
    }

    @Test
    void lookingAtBothChangesNothing() {
        assertThat(mode(WIZARD).asksBefore(Mode.SPLIT)).isFalse();
        assertThat(mode(WIZARD).after(Mode.SPLIT).text()).isEqualTo(WIZARD);
        assertThat(mode(CODE).after(Mode.SPLIT).text()).isEqualTo(CODE);
        assertThat(mode(WIZARD).after(Mode.FORM).text()).isEqualTo(WIZARD);
    }

    @Test
    void aScriptThatDoesNotSayItsModeIsLeftAlone() {
        String silent = "{\"steps\": []}";
        ScriptMode mode = mode(silent);
        assertThat(mode.asksBefore(Mode.SCRIPT)).isFalse();
        assertThat(mode.after(Mode.SCRIPT).text()).isEqualTo(silent);
        assertThat(mode.after(Mode.FORM).text()).isEqualTo(silent);
    }

    @Test
    void whatDoesNotParseStaysAsItIs() {
        String broken = CODE.replace("}", "");
        assertThat(mode(broken).after(Mode.FORM).text()).isEqualTo(broken);
    }
}
