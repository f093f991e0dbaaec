package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.script.Side;
import io.sluice.ui.Icon;
import io.sluice.ui.State;

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
        progress = progress(task);
    }

    private Progress progress(FormTask task) {
        long errors = source.errors(task) + target.errors(task);
        if (errors > 0) {
            return new Progress(State.FAILED, getTranslation("form.ends.errors", errors));
        }
        if (source.isEmpty()) {
            return new Progress(State.NONE, getTranslation("form.ends.no-source"));
        }
        return target.isEmpty()
                ? new Progress(State.NONE, getTranslation("form.ends.no-target"))
                : new Progress(State.OK, getTranslation("form.ends.complete"));
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
