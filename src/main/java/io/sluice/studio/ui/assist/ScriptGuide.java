package io.sluice.studio.ui.assist;

import io.sluice.engine.Connectors;
import io.sluice.run.ui.Texts;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.DataXPlaces;
import io.sluice.script.JsonSchema;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.studio.ui.assist.GuideEntry.Fact;
import io.sluice.studio.ui.assist.GuideEntry.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what the guide says of a place in a script: of the innermost key that is known there. */
@Component
public final class ScriptGuide {
    /** Words of the script's own keys whose meaning is told; those of connectors bring theirs with them. */
    private static final Set<String> EXPLAINED =
            Set.of("reader", "writer", "map", "ZeroTolerance", "Tolerance", "Ignore");

    private final Catalog catalog;
    private final JsonNode schema;

    ScriptGuide(Connectors connectors) {
        catalog = new ConnectorCatalog(connectors.all(), Map.of());
        schema = JsonMapper.shared().readTree(JsonSchema.of(catalog));
    }

    /** What the caret's place means, in any state of the text. @param line from 1 @param column from 1 */
    public GuideEntry at(String text, int line, int column, Texts texts) {
        ScriptDocument document = ScriptDocument.parse(text);
        Path path = document.pathAt(line, column);
        while (!path.isRoot()) {
            Optional<GuideEntry> entry = of(document, path, texts);
            if (entry.isPresent()) {
                return entry.get();
            }
            path = path.parent();
        }
        return entry("", schema, texts);
    }

    private Optional<GuideEntry> of(ScriptDocument document, Path path, Texts texts) {
        FormPlaces form = new FormPlaces(texts);
        Optional<FieldPlace> field = FieldPlace.find(document, path, catalog);
        Optional<String> place = field.isPresent() ? form.of(field.get()) : form.of(document, path);
        GuideEntry.Places places = new GuideEntry.Places(
                true, place.orElse(""), DataXPlaces.of(document, path).orElse(""));
        return field.map(new FieldGuide(texts)::of)
                .or(() -> ofSchema(path, texts))
                .map(entry -> entry.at(places));
    }

    private Optional<GuideEntry> ofSchema(Path path, Texts texts) {
        JsonNode node = schema;
        for (Path.Step step : path.steps()) {
            node = switch (step) {
                case Path.Index ignored -> node.path("items");
                case Path.Name name -> node.path("properties").path(name.name());
            };
        }
        return node.isMissingNode() || path.last().orElse(null) instanceof Path.Index
                ? Optional.empty()
                : Optional.of(entry(FormPlaces.dotted(path), node, texts));
    }

    /** The keys of the script itself whose texts the bundles hold, dotted; that of the whole script is empty. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        collect("", schema, keys);
        return keys;
    }

    private static void collect(String above, JsonNode node, List<String> keys) {
        keys.add(above);
        JsonNode inner = node.has("items") ? node.path("items") : node;
        inner.path("properties")
                .properties()
                .forEach(one ->
                        collect(above.isEmpty() ? one.getKey() : above + "." + one.getKey(), one.getValue(), keys));
    }

    private static GuideEntry entry(String key, JsonNode node, Texts texts) {
        JsonNode inner = node.has("items") ? node.path("items") : node;
        String prefix = key.isEmpty() ? "" : key + ".";
        List<Word> keys = inner.path("properties").properties().stream()
                .map(one ->
                        new Word(one.getKey(), firstSentence(texts.translate("guide.key." + prefix + one.getKey()))))
                .toList();
        String name = key.isEmpty() ? texts.translate("guide.script") : key.substring(key.lastIndexOf('.') + 1);
        return new GuideEntry(
                name,
                "",
                false,
                texts.translate(key.isEmpty() ? "guide.root" : "guide.key." + key),
                key.isEmpty() ? List.of() : facts(node, texts),
                words(node, texts),
                List.of(),
                keys,
                GuideEntry.Places.NONE);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static List<Fact> facts(JsonNode node, Texts texts) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.translate("guide.type"), new GuideTypes(texts).of(node), false));
        if (node.has("default")) {
            facts.add(new Fact(
                    texts.translate("guide.default"), node.path("default").asString(), true));
        }
        if (node.has("minimum") && node.has("maximum")) {
            String range = texts.translate(
                    "guide.from-to",
                    node.path("minimum").asLong(),
                    node.path("maximum").asLong());
            facts.add(new Fact(texts.translate("guide.range"), range, false));
        }
        return facts;
    }

    private static List<Word> words(JsonNode node, Texts texts) {
        JsonNode words = node.has("enum")
                ? node.path("enum")
                : node.path("anyOf").path(0).path("enum");
        List<Word> allowed = new ArrayList<>();
        words.forEach(word -> {
            String text = word.asString();
            allowed.add(new Word(text, EXPLAINED.contains(text) ? texts.translate("guide.word." + text) : ""));
        });
        return allowed;
    }
}
