package io.sluice.studio.ui;

import com.vaadin.flow.component.textfield.TextField;
import io.sluice.run.ui.Blocks;
import io.sluice.studio.TaskVersion;
import io.sluice.studio.VersionService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a comment on the version to be made, beside what is new in it. */
final class SubmitDialog extends StudioDialog {
    private final TextField comment = new TextField();
    private final Consumer<String> submit;

    /** @param last the version before, with its text; null when there is none */
    SubmitDialog(OpenTask task, @Nullable Last last, Consumer<String> submit) {
        this.submit = submit;
        long number = last == null ? 1 : last.version().number() + 1;
        titles(getTranslation("submit.title", task.name()), getTranslation("submit.answer", number));
        comment.setId("submit-comment");
        comment.setMaxLength(VersionService.MAX_COMMENT);
        comment.setPlaceholder(getTranslation("submit.comment.example"));
        field(getTranslation("submit.comment"), comment);
        ChangeList changes = new ChangeList();
        if (last == null) {
            changes.say(getTranslation("submit.first"));
        } else {
            changes.show(last.text(), task.text());
        }
        String heading = last == null
                ? getTranslation("submit.content")
                : getTranslation("submit.changes", last.version().number());
        wide(Blocks.block("sl-submit-changes", Blocks.text("sl-strong", heading), changes));
        setWidth("560px");
        addOpenedChangeListener(opened -> comment.focus());
    }

    /** The version before. */
    record Last(TaskVersion version, String text) {}

    @Override
    void answered() {
        close();
        submit.accept(comment.getValue());
    }
}
