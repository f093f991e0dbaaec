package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import io.sluice.script.SyncTask;
import java.util.Map;

/** One or more parameters of a step, as a row of its card. */
interface EndRow {
    Component component();

    /** Shows the step's parameters as they are now. */
    void show(FormTask task, SyncTask.Step step);

    /** Shows what is wrong. @param problems messages by the path inside the step's parameters */
    void problems(Map<String, String> problems);

    /** Whether it shows what is wrong at a path inside the step's parameters. */
    boolean holds(String path);

    /** Marks the row when it holds a path inside the step's parameters; answers whether it does. */
    boolean highlight(String path);
}
