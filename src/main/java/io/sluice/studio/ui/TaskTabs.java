package io.sluice.studio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Icon;

/** The tabs of the open tasks: a dot while unsaved, closed by their cross, the middle button or Delete. */
final class TaskTabs extends Div {
    /** What people do with tabs. */
    interface Actions {
        void bringToFront(OpenTask task);

        void close(OpenTask task);
    }

    private final Actions actions;
    private final Div strip = Blocks.block("sl-task-tabs");

    TaskTabs(Actions actions) {
        this.actions = actions;
        addClassName("sl-tabstrip");
        strip.getElement().setAttribute("role", "tablist").setAttribute("aria-label", getTranslation("tabs.name"));
        add(strip);
    }

    void show(OpenTasks tasks) {
        strip.removeAll();
        tasks.all().forEach(task -> strip.add(tab(task, task == tasks.active())));
    }

    private Div tab(OpenTask task, boolean front) {
        Span name = Blocks.text("sl-tab-name", task.name());
        Div tab = Blocks.block("sl-tab sl-task-tab", Icon.TASK.create(), name, cross(task));
        tab.setClassName("dirty", task.dirty());
        tab.getElement()
                .setAttribute("role", "tab")
                .setAttribute("tabindex", front ? "0" : "-1")
                .setAttribute("aria-selected", Boolean.toString(front))
                .setAttribute("title", task.dirty() ? getTranslation("tabs.unsaved", task.name()) : task.name());
        tab.getElement().addEventListener("click", click -> actions.bringToFront(task));
        tab.getElement()
                .addEventListener("auxclick", click -> actions.close(task))
                .setFilter("event.button === 1");
        tab.getElement().addEventListener("keydown", key -> actions.close(task)).setFilter("event.key === 'Delete'");
        tab.getElement()
                .addEventListener("keydown", key -> actions.bringToFront(task))
                .setFilter("event.key === 'Enter' || event.key === ' '");
        return tab;
    }

    private NativeButton cross(OpenTask task) {
        NativeButton cross = new NativeButton();
        cross.add(Icon.CLOSE.create());
        cross.addClassName("sl-tab-close");
        cross.getElement().setAttribute("aria-label", getTranslation("tabs.close", task.name()));
        cross.getElement()
                .addEventListener("click", click -> actions.close(task))
                .stopPropagation();
        return cross;
    }
}
