package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.Path;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.Sentence;
import org.junit.jupiter.api.Test;

class FieldWordsTest {
    private static String words(TransformType type, String path, boolean atField, Sentence said) {
        return FieldWords.along(type.parameters(), Path.parse(path)).of(said, atField);
    }

    @Test
    void aMissingParameterIsCalledAsItsFieldIsLabelled() {
        assertThat(words(
                        TransformType.STRING_REPLACE,
                        "condition",
                        false,
                        Sentence.of("'{0}' is required", "condition")))
                .isEqualTo("'Rules' is required");
        assertThat(words(TransformType.JSON_PARSE, "fields[0].path", true, Sentence.of("'{0}' is required", "path")))
                .isEqualTo("'Path' is required");
    }

    @Test
    void theNameGoesWhereTheFieldItselfSaysIt() {
        Sentence said = Sentence.of("'{0}': {1}", "operator", Sentence.of("'{0}' is none of: {1}", "~", "=, !="));
        assertThat(words(TransformType.FILTER, "operator", true, said))
                .isEqualTo(
                        "'~' is none of: Equal, Not equal, Greater, Greater or equal, Less, Less or equal, Like, Not like");
        assertThat(words(TransformType.FILTER, "operator", false, said))
                .startsWith("'Comparison': '~' is none of: Equal, ");
    }

    @Test
    void keysInASentenceAreCalledAsTheirFieldsAndValuesStay() {
        assertThat(words(
                        TransformType.FILTER,
                        "value",
                        true,
                        Sentence.plain("'value' is missing; write \"null\" to compare with no value")))
                .isEqualTo("'Value' is missing; write \"null\" to compare with no value");
        assertThat(words(TransformType.FILTER, "name", true, Sentence.of("There is no column '{0}'", "value")))
                .isEqualTo("There is no column 'value'");
    }

    @Test
    void whatNoFieldIsForIsSaidAsItIs() {
        assertThat(words(TransformType.FILTER, "nothing.at.all", false, Sentence.of("'{0}' is required", "all")))
                .isEqualTo("'all' is required");
    }
}
