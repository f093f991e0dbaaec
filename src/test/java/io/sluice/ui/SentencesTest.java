package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Pattern MADE =
            Pattern.compile("Sentence\\.of\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s*\\+\\s*\"((?:[^\"\\\\]|\\\\.)*)\")?");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everySentenceHasAChinesePatternWithTheSamePlaces() {
        Set<String> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(90);
        Set<String> wrong = new TreeSet<>();
        for (String english : patterns) {
            String chinese = Sentences.translated(Sentence.plain(english), Locale.SIMPLIFIED_CHINESE);
            boolean onlyPlaces =
                    PLACE.matcher(english).replaceAll("").replaceAll("\\W", "").isEmpty();
            if (!onlyPlaces && chinese.equals(english) || !places(chinese).equals(places(english))) {
                wrong.add(english);
            }
        }
        assertThat(wrong).as("untranslated, or with other places").isEmpty();
    }

    @Test
    void noPatternIsLeftOver() {
        Enumeration<String> keys =
                Translations.bundle("sentences", Locale.SIMPLIFIED_CHINESE).getKeys();
        Set<String> made = patterns();
        Set<String> left = new TreeSet<>();
        while (keys.hasMoreElements()) {
            String key = keys.nextElement();
            if (!made.contains(key)) {
                left.add(key);
            }
        }
        assertThat(left).isEmpty();
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

    private static Set<String> patterns() {
        Set<String> patterns = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                MADE.matcher(Files.readString(file)).results().forEach(made -> {
                    String end = made.group(2) == null ? "" : made.group(2);
                    patterns.add((made.group(1) + end).translateEscapes());
                });
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return patterns;
    }
}
