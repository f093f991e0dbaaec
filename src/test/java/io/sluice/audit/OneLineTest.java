package io.sluice.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    @ParameterizedTest
    @ValueSource(
            ints = {0, 7, '\t', '\n', 0xB, '\r', 0x1B, 0x7F, 0x85, 0x9B, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066
            })
    void whatBreaksColoursOrTurnsALineIsSpelled(int character) {
        String line = OneLine.of("a" + Character.toString(character) + "b", 100);
        assertThat(line).startsWith("a\\").endsWith("b").matches("[ -~]+");
    }

    @Test
    void nobodyCanTypeAnEscape() {
        assertThat(OneLine.of("a\nb", 100)).isEqualTo("a\\nb");
        assertThat(OneLine.of("a\\nb", 100)).isEqualTo("a\\\\nb");
    }

    @Test
    void halfACharacterIsSpelledAndAWholeOneStands() {
        assertThat(OneLine.of("😀 小明", 100)).isEqualTo("😀 小明");
        assertThat(OneLine.of("\uD83D!", 100)).isEqualTo("\\ud83d!");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(OneLine.of("abcde", 5)).isEqualTo("abcde");
        assertThat(OneLine.of("abcdef", 5)).isEqualTo("abcd…");
        assertThat(OneLine.of("abc😀😀", 5)).isEqualTo("abc…");
        assertThat(OneLine.of("abc\n\n", 5)).isEqualTo("abc…");
        assertThat(OneLine.of("\n".repeat(1_000_000), 1000)).hasSize(999).endsWith("…");
    }
}
