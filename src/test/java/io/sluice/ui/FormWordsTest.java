package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form speaks of its fields as it labels them: who sees fields does not see the keys of the script. */
class FormWordsTest {
    /** A key or a word of a script that no sentence uses by chance. */
    private static final Pattern SCRIPT_WORD =
            Pattern.compile("(?<![A-Za-z])[a-z]+[0-9]*[A-Z]\\w*|\\w+(?:\\.\\w+){2,}");

    /** How a text speaks of what is chosen in a select. */
    private static final Pattern CHOICE = Pattern.compile("[Ww]ith (?:method|mode) (\\w+)");

    /** By the place of the script it describes. */
    private final Map<String, String> texts = new TreeMap<>();

    private final List<FieldSpec> fields = new ArrayList<>();

    FormWordsTest() {
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            connector.reader().ifPresent(reader -> learn(connector.id() + " reader", reader.config()));
            connector.writer().ifPresent(writer -> learn(connector.id() + " writer", writer.config()));
            connector.dataSource().ifPresent(source -> learn(connector.id() + " data source", source));
        }
        for (TransformType type : TransformType.values()) {
            learn(type.stepType(), type.parameters());
        }
    }

    private void learn(String place, ConfigSpec<?> spec) {
        for (FieldSpec field : spec.fields()) {
            String at = place + "." + field.name();
            fields.add(field);
            texts.put(at + " label", field.label());
            texts.put(at + " help", field.help());
            learn(at, field.type());
        }
    }

    private void learn(String place, FieldType type) {
        switch (type) {
            case FieldType.GroupType group -> learn(place, group.spec());
            case FieldType.ListType list -> learn(place, list.element());
            case FieldType.ChoiceType choices ->
                choices.choices().forEach(choice -> {
                    texts.put(place + "=" + choice.value() + " label", choice.label());
                    texts.put(place + "=" + choice.value() + " help", choice.help());
                });
            case FieldType.TextType ignored -> {}
            case FieldType.SecretType ignored -> {}
            case FieldType.WholeType ignored -> {}
            case FieldType.BoolType ignored -> {}
            case FieldType.MapType ignored -> {}
            case FieldType.AnyType ignored -> {}
        }
    }

    @Test
    void noTextOfAFieldNamesAKeyOfTheScript() {
        assertThat(texts).hasSizeGreaterThan(200);
        Map<String, String> found = new TreeMap<>();
        texts.forEach((place, text) -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                scriptWords(ConnectorTexts.translated(text, locale))
                        .forEach(word -> found.put(place + " " + locale, word));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noTextOfAFieldNamesAChoiceByItsWordInTheScript() {
        assertThat(texts.values()).noneMatch(text -> CHOICE.matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages-form", "messages-mapping", "messages-processing"})
    void noTextAroundTheFieldsNamesAKeyOfTheScript(String bundle) {
        Set<String> keys = new TreeSet<>(fields.stream().map(FieldSpec::name).toList());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle words = Translations.bundle(bundle, locale);
            assertThat(words.keySet()).hasSizeGreaterThan(20);
            for (String key : words.keySet()) {
                assertThat(scriptWords(words.getString(key)).filter(word -> keys.contains(word) || word.contains(".")))
                        .as(key + " " + locale)
                        .isEmpty();
            }
        }
    }

    private static Stream<String> scriptWords(String text) {
        return SCRIPT_WORD.matcher(text).results().map(MatchResult::group);
    }
}
