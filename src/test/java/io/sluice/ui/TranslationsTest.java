package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    private static final Pattern USED = Pattern.compile(
            "(?:translate|getTranslation)\\(\\s*\"([^\"]+)\"(\\s*\\+)?|title = \"([a-z][a-z0-9.-]+\\.[a-z0-9.-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private final Translations translations = new Translations();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        for (String bundle : Translations.BUNDLES) {
            assertThat(keys(bundle, Locale.SIMPLIFIED_CHINESE)).isEqualTo(keys(bundle, Locale.ENGLISH));
            assertThat(ownKeys(bundle + "_zh_CN")).isEqualTo(ownKeys(bundle));
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        for (String bundle : Translations.BUNDLES) {
            for (String key : keys(bundle, Locale.ENGLISH)) {
                assertThat(placeholders(bundle, key, Locale.SIMPLIFIED_CHINESE))
                        .as(key)
                        .isEqualTo(placeholders(bundle, key, Locale.ENGLISH));
            }
        }
    }

    @Test
    void everyKeyThatAViewUsesExists() {
        Set<String> known = allKeys();
        List<String> missing = used().filter(use -> use.group(2) == null && !known.contains(key(use)))
                .map(TranslationsTest::key)
                .toList();
        List<String> missingFamilies = used().filter(
                        use -> use.group(2) != null && known.stream().noneMatch(key -> key.startsWith(key(use))))
                .map(TranslationsTest::key)
                .toList();
        assertThat(missing).isEmpty();
        assertThat(missingFamilies).isEmpty();
    }

    @Test
    void fillsPlaceholders() {
        assertThat(translations.getTranslation("shell.running", Locale.ENGLISH, 3))
                .isEqualTo("3 running");
        assertThat(translations.getTranslation("shell.running", Locale.SIMPLIFIED_CHINESE, 3))
                .isEqualTo("3 个运行中");
    }

    @Test
    void speaksTheClosestLanguage() {
        assertThat(translations.getTranslation("sign-in.submit", Locale.GERMANY))
                .isEqualTo("Sign in");
        assertThat(translations.getTranslation("sign-in.submit", Locale.TRADITIONAL_CHINESE))
                .isEqualTo("登录");
    }

    @Test
    void refusesAKeyWithoutText() {
        assertThatThrownBy(() -> translations.getTranslation("no.such.key", Locale.ENGLISH))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.key");
    }

    private static Set<String> keys(String bundle, Locale locale) {
        return new TreeSet<>(Translations.bundle(bundle, locale).keySet());
    }

    private static Set<String> ownKeys(String file) {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources", file + ".properties"))) {
            return lines.filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> placeholders(String bundle, String key, Locale locale) {
        return PLACEHOLDER
                .matcher(Translations.bundle(bundle, locale).getString(key))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allKeys() {
        return Translations.BUNDLES.stream()
                .flatMap(bundle -> keys(bundle, Locale.ENGLISH).stream())
                .collect(Collectors.toSet());
    }

    private static String key(MatchResult use) {
        return use.group(1) == null ? use.group(3) : use.group(1);
    }

    private static Stream<MatchResult> used() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream()
                    .flatMap(file -> USED.matcher(read(file)).results());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
