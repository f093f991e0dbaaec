package io.sluice.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What runs, connection tests and checks report, in the user's language. Such texts are put together in English, logged
 * and stored, long before it is known who will read them; so they are recognised by their patterns when somebody does.
 * The bundle {@code reports} has what stands alone, {@code report-words} what stands only inside of other texts.
 * Whatever is not recognised, such as the message of a server, is said as it is.
 */
final class Reports {
    private static final Map<Locale, Reports> BY_LANGUAGE =
            Translations.LOCALES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Reports::new));

    /** The code of a failure in front of what it says, which a pattern that begins with a place would swallow. */
    private static final Pattern CODED = Pattern.compile("[A-Z][A-Z_]+: ");

    private final ResourceBundle texts;
    private final PatternBook whole;
    private final PatternBook parts;

    private Reports(Locale locale) {
        texts = Translations.bundle("connector-texts", locale);
        ResourceBundle reports = Translations.bundle("reports", locale);
        ResourceBundle sentences = Translations.bundle("sentences", locale);
        whole = PatternBook.of(reports, sentences);
        parts = PatternBook.of(reports, sentences, Translations.bundle("report-words", locale));
    }

    /** @param locale one of the languages that are spoken */
    static String translated(String english, Locale locale) {
        Reports reports = BY_LANGUAGE.get(locale);
        return reports == null ? english : reports.known(english).orElse(english);
    }

    /** @param part what stands inside of reports, and here alone */
    static String partTranslated(String part, Locale locale) {
        Reports reports = BY_LANGUAGE.get(locale);
        return reports == null ? part : reports.inner(part);
    }

    /** A pattern that ends with a place would take the advice behind it for a part of what happened. */
    private Optional<String> known(String text) {
        if (CODED.matcher(text).lookingAt()) {
            return named(text).or(() -> simple(text)).or(() -> composed(text));
        }
        Optional<String> both = texts.containsKey(text)
                ? Optional.empty()
                : advised(text, happened -> known(happened).map(known -> known + "。"));
        return both.or(() -> simple(text)).or(() -> composed(text));
    }

    private Optional<String> simple(String text) {
        return texts.containsKey(text) ? Optional.of(texts.getString(text)) : whole.translated(text, this::inner);
    }

    /** Several texts in a row are taken apart first, or a pattern would reach from the first into the last. */
    private String inner(String text) {
        return joined(text, parts)
                .or(() -> parts.translated(text, this::inner))
                .or(() -> known(text))
                .orElse(text);
    }

    /** Several texts in a row, or one behind the name of what it is about. */
    private Optional<String> composed(String text) {
        if (text.endsWith(".")) {
            String open = text.substring(0, text.length() - 1);
            Optional<String> closed = known(open);
            if (closed.isPresent()) {
                return closed.map(said -> said + "。");
            }
        }
        return advised(text, happened -> Optional.of(happened + ". "))
                .or(() -> named(text))
                .or(() -> joined(text, whole));
    }

    /**
     * What happened, and what to do.
     *
     * @param said says what happened
     */
    private Optional<String> advised(String text, Function<String, Optional<String>> said) {
        for (int at = text.indexOf(". "); at >= 0; at = text.indexOf(". ", at + 1)) {
            Optional<String> advice = simple(text.substring(at + 2));
            if (advice.isPresent()) {
                Optional<String> happened = said.apply(text.substring(0, at));
                if (happened.isPresent()) {
                    return Optional.of(happened.get() + advice.get());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> named(String text) {
        int colon = text.indexOf(": ");
        if (colon < 0) {
            return Optional.empty();
        }
        return known(text.substring(colon + 2)).map(said -> text.substring(0, colon) + "：" + said);
    }

    private Optional<String> joined(String text, PatternBook book) {
        if (!text.contains("; ")) {
            return Optional.empty();
        }
        List<Optional<String>> parts = Arrays.stream(text.split("; "))
                .map(part -> book.translated(part, this::inner))
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().flatMap(Optional::stream).collect(Collectors.joining("；")))
                : Optional.empty();
    }
}
