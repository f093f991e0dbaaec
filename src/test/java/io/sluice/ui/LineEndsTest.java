package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEndsTest {
    @ParameterizedTest
    @CsvSource({
        "a|b,     a|b|c,   a|b|c",
        "a~b,     a|b|c,   a~b~c",
        "a^b,     a|x|b,   a^x^b",
        "a~b|c^d, a|b|c|x, a~b|c^x",
        "a~~|b,   a||b,    a~~b",
        "'',      a|b,     a|b",
        "a~b,     '',      ''",
    })
    void stayWhereTheTextGoesOnAsBefore(String before, String typed, String kept) {
        assertThat(LineEnds.kept(ends(before), ends(typed))).isEqualTo(ends(kept));
    }

    private static String ends(String pattern) {
        return pattern.replace("|", "\n").replace("~", "\r\n").replace("^", "\r");
    }

    @Test
    void areAllThereWhenNothingWasTyped() {
        String mixed = "a\r\n\rb\n\r\n";
        assertThat(LineEnds.kept(mixed, plain(mixed))).isEqualTo(mixed);
    }

    @Property(tries = 2_000)
    void areTheOnlyThingThatMayDiffer(@ForAll long seed) {
        Random random = new Random(seed);
        String before = text(random, "ab\r\n");
        String typed = text(random, "ab\n");
        assertThat(plain(LineEnds.kept(before, typed))).isEqualTo(typed);
    }

    private static String text(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
