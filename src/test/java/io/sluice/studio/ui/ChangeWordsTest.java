package io.sluice.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.ScriptDocument;
import io.sluice.studio.ScriptChange;
import io.sluice.studio.ScriptChanges;
import io.sluice.ui.Translations;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {
    private static final String TASK = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "mysql", "category": "reader", "name": "Reader", "parameter": {
                "datasource": "shop", "table": "orders", "where": "id > {0}", "column": ["id"]}},
              {"stepType": "mysql", "category": "writer", "name": "Writer", "parameter": {
                "datasource": "dwh", "table": "orders", "writeMode": "insert", "column": ["id"],
                "preSql": ["select '1'"], "postSql": ["select 2"]}}],
             "setting": {"speed": {"concurrent": 3, "record": 10}, "errorLimit": {"record": 0}}}
            """;
    private static final String OTHER = """
            {"type": "job", "version": "2.0", "owner": 1, "steps": [
              {"stepType": "sqlite", "category": "reader", "name": "Reader", "parameter": {
                "datasource": "lake", "table": "orders_2024", "column": ["id", "remark"]}},
              {"stepType": "filter", "category": "map", "name": "Only paid", "parameter": {}},
              {"stepType": "mysql", "category": "writer", "name": "Writer", "parameter": {
                "datasource": "dwh", "table": "orders_2024", "writeMode": "replace", "column": ["id", "note"],
                "loadMode": "staging", "preSql": ["truncate table @table"]}}],
             "setting": {"speed": {"concurrent": 8, "byte": 1000}, "errorLimit": {"percentage": 0.5}}}
            """;

    private final Translations translations = new Translations();

    @Test
    void tellsChangesAsAPersonWould() {
        assertThat(sentences(TASK, OTHER, Locale.ENGLISH))
                .contains(
                        "System of Reader: mysql → sqlite",
                        "Table of Writer: orders → orders_2024",
                        "Filter of Reader removed: id > {0}",
                        "Write mode insert → replace",
                        "Column note added, filled from remark",
                        "Before loading: truncate table @table",
                        "No longer before loading: select '1'",
                        "Step Only paid (filter) added",
                        "Concurrency 3 → 8",
                        "Dirty records that are let pass: 0 → 50 %",
                        "owner: 1 added");
    }

    @Test
    void everyChangeAndEffectHasASentenceInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(sentences(TASK, OTHER, language)).hasSizeGreaterThan(15).noneMatch(String::isBlank);
            assertThat(sentences(OTHER, TASK, language)).hasSizeGreaterThan(15).noneMatch(String::isBlank);
            for (ScriptChange.Effect effect : ScriptChange.Effect.values()) {
                String key = "effect." + effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
                assertThat(translations.getTranslation(key, language)).isNotBlank();
            }
        }
    }

    private List<String> sentences(String before, String after, Locale language) {
        ChangeWords words =
                new ChangeWords((key, parameters) -> translations.getTranslation(key, language, parameters));
        return ScriptChanges.between(ScriptDocument.parse(before), ScriptDocument.parse(after)).stream()
                .map(words::sentence)
                .toList();
    }
}
