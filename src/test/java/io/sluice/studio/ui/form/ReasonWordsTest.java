package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.Reason;
import io.sluice.engine.convert.TypeMapping;
import io.sluice.spi.data.LogicalType;
import io.sluice.ui.Translations;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonWordsTest {
    private static final Translations TRANSLATIONS = new Translations();

    private static ReasonWords words(Locale locale) {
        return new ReasonWords((key, arguments) -> TRANSLATIONS.getTranslation(key, locale, arguments));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsSaidInBothLanguages(Reason.Code code) {
        String pattern = new Reason(code, List.of()).toString();
        int places = pattern.contains("{1}") ? 2 : pattern.contains("{0}") ? 1 : 0;
        Reason reason = new Reason(code, List.<Object>of(41, 42).subList(0, places));
        String english = words(Locale.ENGLISH).of(List.of(reason));
        String chinese = words(Locale.SIMPLIFIED_CHINESE).of(List.of(reason));
        if (code != Reason.Code.ZONE_MISSING) {
            assertThat(english).as("as the engine says it").isEqualTo(reason.toString());
        }
        assertThat(chinese).isNotBlank().isNotEqualTo(english);
        assertThat(chinese.contains("41")).isEqualTo(english.contains("41"));
        assertThat(chinese.contains("42")).isEqualTo(english.contains("42"));
    }

    /** Who sees the form does not see the path in the script. */
    @Test
    void theZoneIsMissingInTheChannel() {
        Reason reason = new Reason(Reason.Code.ZONE_MISSING, List.of("a", "b"));
        assertThat(words(Locale.ENGLISH).of(List.of(reason)))
                .isEqualTo("a becomes b only in a time zone, and the channel names none");
    }

    @Test
    void oneCharacterIsNotSeveral() {
        Reason reason = new Reason(Reason.Code.CHARACTERS, List.of(1));
        assertThat(words(Locale.ENGLISH).of(List.of(reason))).isEqualTo("only text of at most 1 character fits");
    }

    @Test
    void typesAreNamedAsTheListsNameThem() {
        TypeMapping mapping =
                TypeMapping.of(new LogicalType.Instant(6), new LogicalType.Timestamp(3), ConversionRules.DEFAULT);
        assertThat(words(Locale.SIMPLIFIED_CHINESE).of(mapping.reasons()))
                .startsWith("instant(6) 转换为 timestamp(3) 需要时区");
        assertThat(mapping.reason()).startsWith("timestamp(6) with time zone becomes timestamp(3) only in a time zone");
    }

    @Test
    void severalReasonsAreOneSentence() {
        Reason one = new Reason(Reason.Code.TRUE_IS_ONE, List.of());
        Reason other = new Reason(Reason.Code.NULL_REFUSED, List.of());
        assertThat(words(Locale.SIMPLIFIED_CHINESE).of(List.of(one, other)))
                .isEqualTo("true 变为 1，false 变为 0；NULL 不适合 NOT NULL 的列");
        assertThat(words(Locale.ENGLISH).of(List.of())).isEmpty();
    }
}
