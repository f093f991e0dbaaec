package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tabs of the open tasks, drawn by frontend/task-tabs.js. */
@Tag("sluice-task-tabs")
@JsModule("context://sluice/task-tabs.js")
final class TabStrip extends Component {
    private final TaskTabs.Actions actions;
    private OpenTasks tasks = new OpenTasks();
    private String shown = "";

    TabStrip(TaskTabs.Actions actions, boolean editable) {
        this.actions = actions;
        getElement().callJsFunction("setLabels", labels());
        editable(editable);
    }

    /** Offers to make tasks, or not. */
    void editable(boolean editable) {
        getElement().callJsFunction("setEditable", editable);
    }

    void show(OpenTasks open) {
        tasks = open;
        OpenTask active = open.active();
        String front = active == null ? "" : active.id().toString();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (OpenTask task : open.all()) {
            list.addObject()
                    .put("id", task.id().toString())
                    .put("name", task.name())
                    .put("dirty", task.dirty());
        }
        String json = list.toString();
        if (!shown.equals(json + front)) {
            shown = json + front;
            getElement().callJsFunction("setTabs", json, front);
        }
    }

    @ClientCallable
    void front(String id) {
        tasks.find(UUID.fromString(id)).ifPresent(actions::bringToFront);
    }

    @ClientCallable
    void close(String ids) {
        List<OpenTask> closing = Arrays.stream(ids.split(","))
                .flatMap(id -> tasks.find(UUID.fromString(id)).stream())
                .toList();
        if (closing.size() == 1) {
            actions.close(closing.getFirst());
        } else if (!closing.isEmpty()) {
            actions.closeAll(closing);
        }
    }

    @ClientCallable
    void create() {
        actions.create();
    }

    private ObjectNode labels() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("name", getTranslation("tabs.name"));
        labels.put("list", getTranslation("tabs.list"));
        labels.put("create", getTranslation("tabs.new"));
        labels.put("unsaved", getTranslation("tabs.unsaved"));
        labels.put("close", getTranslation("tabs.close"));
        labels.put("closeOne", getTranslation("tabs.close-one"));
        labels.put("closeOthers", getTranslation("tabs.close-others"));
        labels.put("closeRight", getTranslation("tabs.close-right"));
        labels.put("closeAll", getTranslation("tabs.close-all"));
        return labels;
    }
}
