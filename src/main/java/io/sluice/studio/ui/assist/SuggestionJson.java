package io.sluice.studio.ui.assist;

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
                .put("message", found.message());
        ArrayNode items = answer.putArray("items");
        for (Suggestions.Item item : found.items()) {
            items.addObject()
                    .put("kind", item.kind().name())
                    .put("label", item.label())
                    .put("detail", item.detail())
                    .put("about", item.about())
                    .put("insert", item.insert())
                    .put("filter", item.filter())
                    .put("last", item.last());
        }
        return answer.toString();
    }
}
