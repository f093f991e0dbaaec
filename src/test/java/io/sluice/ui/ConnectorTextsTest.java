package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.file.FileError;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.engine.EngineError;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectorTextsTest {
    @Test
    void everyTextOfADataSourceFormHasAChineseOne() {
        Set<String> untranslated = new TreeSet<>();
        for (String text : texts()) {
            if (ConnectorTexts.translated(text, Locale.SIMPLIFIED_CHINESE).equals(text)) {
                untranslated.add(text);
            }
        }
        assertThat(untranslated).isEmpty();
    }

    @Test
    void everyTextOfAProcessingStepHasAChineseOne() {
        Set<String> texts = new TreeSet<>();
        for (TransformType type : TransformType.values()) {
            texts.add(type.label());
            texts.add(type.summary());
            addAllTexts(type.parameters(), texts);
        }
        texts.remove("");
        assertThat(texts)
                .filteredOn(text -> ConnectorTexts.translated(text, Locale.SIMPLIFIED_CHINESE)
                        .equals(text))
                .as("untranslated")
                .isSubsetOf("SHA-1", "SHA-256", "MD5", "NULL");
    }

    @Test
    void everyTextOfAReaderOrWriterHasAChineseOne() {
        Set<String> texts = new TreeSet<>();
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            connector.reader().ifPresent(reader -> addAllTexts(reader.config(), texts));
            connector.writer().ifPresent(writer -> addAllTexts(writer.config(), texts));
        }
        texts.remove("");
        assertThat(texts)
                .filteredOn(text -> ConnectorTexts.translated(text, Locale.SIMPLIFIED_CHINESE)
                        .equals(text))
                .as("untranslated")
                .isSubsetOf("COPY");
    }

    @Test
    void whatHelpsAgainstAnErrorHasAChineseText() {
        Set<String> texts = Stream.<ErrorCode[]>of(
                        CommonError.values(), EngineError.values(), FileError.values(), JdbcError.values())
                .flatMap(Arrays::stream)
                .map(ErrorCode::advice)
                .filter(advice -> !advice.isEmpty())
                .collect(Collectors.toSet());
        assertThat(texts)
                .filteredOn(text -> ConnectorTexts.translated(text, Locale.SIMPLIFIED_CHINESE)
                        .equals(text))
                .as("untranslated")
                .isEmpty();
    }

    /** With the fields of records in lists. */
    private static void addAllTexts(ConfigSpec<?> spec, Set<String> texts) {
        addTexts(spec, texts);
        for (FieldSpec field : spec.fields()) {
            if (field.type() instanceof FieldType.ListType list
                    && list.element() instanceof FieldType.GroupType group) {
                addAllTexts(group.spec(), texts);
            }
        }
    }

    @Test
    void englishStaysAsTheConnectorWroteIt() {
        assertThat(ConnectorTexts.translated("Host", Locale.ENGLISH)).isEqualTo("Host");
        assertThat(ConnectorTexts.translated("Host", Locale.SIMPLIFIED_CHINESE)).isEqualTo("主机");
    }

    private static Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            texts.add(connector.profile().summary());
            connector.dataSource().ifPresent(spec -> addTexts(spec, texts));
        }
        texts.remove("");
        return texts;
    }

    private static void addTexts(ConfigSpec<?> spec, Set<String> texts) {
        for (FieldSpec field : spec.fields()) {
            texts.add(field.label());
            texts.add(field.help());
            if (field.type() instanceof FieldType.ChoiceType choices) {
                choices.choices().forEach(choice -> {
                    texts.add(choice.label());
                    texts.add(choice.help());
                });
            } else if (field.type() instanceof FieldType.GroupType group) {
                addTexts(group.spec(), texts);
            }
        }
    }
}
