package io.sluice.studio.ui;

import com.vaadin.flow.component.html.Div;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.PaletteBox;
import java.util.List;

/** The strip above the editor: the tabs of the open tasks at the left, the box of the palette at the right. */
final class TaskTabs extends Div {
    /** What people do with tabs. */
    interface Actions {
        void bringToFront(OpenTask task);

        void close(OpenTask task);

        /** Closes several at once, asking once for what is not saved in them. */
        void closeAll(List<OpenTask> tasks);

        /** Makes a new task beside the one in front. */
        void create();
    }

    private final TabStrip strip;

    TaskTabs(Actions actions, boolean editable) {
        addClassName("sl-tabstrip");
        strip = new TabStrip(actions, editable);
        add(new TreeToggle(), strip, Blocks.space(), new PaletteBox());
    }

    void editable(boolean editable) {
        strip.editable(editable);
    }

    void show(OpenTasks tasks) {
        strip.show(tasks);
    }
}
