package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import io.sluice.script.Place;
import io.sluice.script.Repair;
import io.sluice.ui.Sentences;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problems and their repairs as frontend/script-editor.js takes them. */
final class FindingJson {
    private FindingJson() {}

    static String of(List<Finding> findings, Component speaker) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            ObjectNode entry = place(list.addObject(), finding.place())
                    .put("code", finding.code())
                    .put("level", finding.severity().name())
                    .put("message", Sentences.translated(finding.said()));
            Repair repair = finding.repair();
            if (repair != null) {
                entry.set("repair", of(repair, speaker));
            }
        }
        return list.toString();
    }

    static ObjectNode of(Repair repair, Component speaker) {
        return place(JsonNodeFactory.instance.objectNode(), repair.place())
                .put("label", RepairWords.of(repair, speaker))
                .put("text", repair.replacement());
    }

    private static ObjectNode place(ObjectNode object, Place place) {
        return object.put("line", place.line())
                .put("column", place.column())
                .put("endLine", place.endLine())
                .put("endColumn", place.endColumn());
    }
}
