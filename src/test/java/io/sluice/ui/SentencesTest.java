package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Sentence;
import io.sluice.ui.ToldPatterns.Speaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final int MOST_ARGUMENTS = 8;
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");

    private static Set<String> patterns = Set.of();

    @BeforeAll
    static void readsTheSources() throws IOException {
        ToldPatterns made = new ToldPatterns(SourceIndex.of(Path.of("src/main/java")));
        for (int arguments = 1; arguments <= MOST_ARGUMENTS; arguments++) {
            made.follow(new Speaker("Sentence", "of", arguments, 0));
        }
        patterns = made.patterns().keySet();
    }

    @Test
    void everySentenceHasAChinesePatternWithTheSamePlaces() {
        ResourceBundle chinese = Translations.bundle("sentences", Locale.SIMPLIFIED_CHINESE);
        assertThat(patterns).hasSizeGreaterThan(90).isSubsetOf(chinese.keySet());
        for (String english : patterns) {
            assertThat(places(chinese.getString(english))).as(english).isEqualTo(places(english));
        }
    }

    @Test
    void noPatternIsLeftOver() {
        Set<String> known =
                Translations.bundle("sentences", Locale.SIMPLIFIED_CHINESE).keySet();
        assertThat(known).filteredOn(pattern -> WORD.matcher(pattern).find()).isSubsetOf(patterns);
    }

    @Test
    void whatIsNoPatternOfASentenceIsSaidAsAReport() {
        assertThat(Sentences.translated(Sentence.plain("At least one column is required"), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("至少需要一列");
        Sentence around = Sentence.of("'{0}': {1}", "column", Sentence.plain("At least one column is required"));
        assertThat(Sentences.translated(around, Locale.SIMPLIFIED_CHINESE)).isEqualTo("“column”：至少需要一列");
    }

    @Test
    void argumentsStayAndSentencesAmongThemAreTranslated() {
        Sentence inner = Sentence.of("'{0}' is not known here", "wher{1}");
        Sentence whole = Sentence.of("{0}; did you mean '{1}'?", inner, "where");
        assertThat(whole).hasToString("'wher{1}' is not known here; did you mean 'where'?");
        assertThat(Sentences.translated(whole, Locale.SIMPLIFIED_CHINESE)).isEqualTo("此处没有“wher{1}”；是否指“where”？");
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
