package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.sluice.run.SampleService;
import io.sluice.workspace.Member;
import java.util.UUID;

/** The first 50 rows of a task's source. Closing it ends what is still loading. */
public final class PreviewDialog extends Dialog {
    /** @param text of the task as it stands in the editor */
    public PreviewDialog(SampleService samples, Member member, UUID task, String text) {
        addClassName("sl-previewdialog");
        setHeaderTitle(getTranslation("preview.title"));
        setResizable(true);
        setDraggable(true);
        PreviewPanel panel = new PreviewPanel(samples, member);
        add(panel);
        getFooter().add(new Button(getTranslation("preview.close"), click -> close()));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                panel.load(task, text);
            }
        });
    }
}
