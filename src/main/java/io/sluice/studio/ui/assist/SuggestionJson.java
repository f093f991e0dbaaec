package io.sluice.studio.ui.assist;

import io.sluice.ui.Sentences;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Suggestions as frontend/script-completion.js takes them. */
public final class SuggestionJson {
    private SuggestionJson() {}

    public static String of(Suggestions found) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("from", found.from())
                .put("to", found.to())
                .put("more", found.more())
                .put("message", Sentences.translated(found.message()));
        items(found.items(), answer.putArray("items"));
        return answer.toString();
    }

    /** As frontend/field-completion.js takes them: those that contain what is typed, the best first. */
    static String of(StatementAssistant.Found found) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("start", found.start()).put("message", Sentences.translated(found.message()));
        items(found.matching(), answer.putArray("items"));
        return answer.toString();
    }

    private static void items(List<Suggestions.Item> choices, ArrayNode items) {
        for (Suggestions.Item item : choices) {
            items.addObject()
                    .put("kind", item.kind().name())
                    .put("label", item.label())
                    .put("detail", item.detail())
                    .put("about", item.about())
                    .put("insert", item.insert())
                    .put("filter", item.filter())
                    .put("last", item.last());
        }
    }
}
