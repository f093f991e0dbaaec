package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.FieldSpec;
import io.sluice.ui.BoundFields;
import java.util.List;
import java.util.Map;

/** Parameters of a step as their description has them. */
final class PlainRow implements EndRow {
    private final BoundFields fields;

    PlainRow(List<FieldSpec> specs, BoundFields.Owner owner) {
        fields = new BoundFields(specs, owner);
    }

    @Override
    public Component component() {
        return fields;
    }

    @Override
    public void show(FormTask task, SyncTask.Step step) {
        fields.show(step.parameter(), !task.editable());
    }

    @Override
    public void problems(Map<String, String> problems) {
        fields.showProblems(problems);
    }

    @Override
    public boolean holds(String path) {
        return fields.holds(path);
    }

    @Override
    public boolean highlight(String path) {
        return fields.highlight(path);
    }
}
