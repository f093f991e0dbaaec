package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.script.Side;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import java.util.List;

/** Source and target side by side. */
final class EndsSection extends FormSection {
    private final EndCard source;
    private final EndCard target;
    private Progress progress = new Progress(State.NONE, "");

    EndsSection(TaskEditing editing, FormServices services) {
        super("ends");
        source = new EndCard(Side.READER, editing, services);
        target = new EndCard(Side.WRITER, editing, services);
        Button test = new Button(getTranslation("form.test-both"), Icon.BOLT.create(), click -> {
            source.connectivity().test();
            target.connectivity().test();
        });
        test.addClassName("sl-outlined");
        test.setVisible(editing.member().role().mayRun());
        head().add(Blocks.space(), test);
        add(Blocks.block("sl-ends", source, Blocks.block("sl-endarrow", Icon.ARROW_RIGHT.create()), target));
    }

    @Override
    void show(FormTask task) {
        source.show(task);
        target.show(task);
        progress = sum(List.of(source.progress(task), target.progress(task)));
    }

    private Progress sum(List<Progress> sides) {
        return sides.stream()
                .filter(side -> side.state() == State.FAILED)
                .findFirst()
                .or(() -> sides.stream()
                        .filter(side -> side.state() == State.NONE)
                        .findFirst())
                .orElseGet(() -> new Progress(State.OK, getTranslation("form.ends.complete")));
    }

    @Override
    Progress progress() {
        return progress;
    }

    @Override
    boolean highlight(Path path) {
        boolean inSource = source.highlight(path);
        return target.highlight(path) || inSource;
    }
}
