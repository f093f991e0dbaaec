package io.sluice.ui;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parser of scripts, the checks and the import say, in the user's language. They speak English, for the command
 * line and the log as well; the bundle {@code message-texts} holds their sentences with <code>{0}</code>,
 * <code>{1}</code> in place of what varies, or <code>{0w}</code> where that is one word, and a sentence without a
 * translation is shown as it is. What varies may be a sentence itself.
 */
public final class MessageTexts {
    private static final String BUNDLE = "message-texts";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(w?)}");
    private static final Map<Locale, MessageTexts> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final List<Sentence> sentences;

    private MessageTexts(Locale language) {
        ResourceBundle texts = Translations.bundle(BUNDLE, language);
        List<Sentence> all = new ArrayList<>();
        for (String english : texts.keySet()) {
            all.add(Sentence.of(english, texts.getString(english)));
        }
        all.sort(Comparator.comparingInt(Sentence::certainty).reversed());
        sentences = List.copyOf(all);
    }

    /** The message in the language of the current page. */
    public static String translated(String english) {
        UI page = UI.getCurrent();
        return page == null ? english : translated(english, page.getLocale());
    }

    static String translated(String english, Locale locale) {
        Locale language = Translations.closest(locale);
        return language.equals(Locale.ENGLISH)
                ? english
                : BY_LANGUAGE.computeIfAbsent(language, MessageTexts::new).translate(english);
    }

    private String translate(String english) {
        for (Sentence sentence : sentences) {
            if (english.startsWith(sentence.start())) {
                Matcher found = sentence.form().matcher(english);
                if (found.matches()) {
                    return filled(sentence.translation(), found);
                }
            }
        }
        return english;
    }

    private String filled(String translation, Matcher found) {
        return PLACE.matcher(translation)
                .replaceAll(place -> Matcher.quoteReplacement(translate(found.group("v" + place.group(1)))));
    }

    /**
     * A sentence with places for what varies.
     *
     * @param start what each such message starts with
     * @param certainty how many of its characters do not vary; the most certain one is taken
     */
    private record Sentence(String start, Pattern form, String translation, int certainty) {
        static Sentence of(String english, String translation) {
            StringBuilder form = new StringBuilder();
            Matcher place = PLACE.matcher(english);
            int end = 0;
            int start = english.length();
            while (place.find()) {
                start = Math.min(start, place.start());
                form.append(Pattern.quote(english.substring(end, place.start())));
                form.append("(?<v").append(place.group(1)).append(place.group(2).isEmpty() ? ">.*?)" : ">\\S+)");
                end = place.end();
            }
            form.append(Pattern.quote(english.substring(end)));
            return new Sentence(
                    english.substring(0, start),
                    Pattern.compile(form.toString(), Pattern.DOTALL),
                    translation,
                    PLACE.matcher(english).replaceAll("").length());
        }
    }
}
