package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Paragraph;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.ui.State;
import java.util.List;

/** When the task runs, and the parameters that get a value for each run. */
final class ScheduleSection extends FormSection {
    private final Paragraph sentence = new Paragraph();
    private final Paragraph parameters = new Paragraph();
    private String progress = "";

    ScheduleSection() {
        super("schedule");
        add(Blocks.block("sl-card sl-fcard sl-schedule", sentence, parameters));
        sentence.setText(getTranslation("form.schedule.by-hand"));
    }

    @Override
    void show(FormTask task) {
        List<String> names = Parameters.names(task.document());
        progress = getTranslation("form.schedule.progress");
        parameters.setVisible(!names.isEmpty());
        parameters.setText(getTranslation(
                "form.schedule.parameters",
                names.size(),
                String.join(", ", names.stream().map(name -> "${" + name + "}").toList())));
    }

    @Override
    Progress progress() {
        return new Progress(State.NONE, progress);
    }

    @Override
    boolean highlight(Path path) {
        return false;
    }
}
