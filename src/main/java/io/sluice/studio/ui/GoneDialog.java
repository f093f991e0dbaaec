package io.sluice.studio.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Says that a task was deleted meanwhile, and offers to close its tab. Enter and Escape keep the text, which is nowhere else. */
final class GoneDialog extends ConfirmDialog {
    GoneDialog(OpenTask task, Runnable close) {
        setHeader(getTranslation("gone.title", task.name()));
        setText(getTranslation("gone.about"));
        setConfirmText(getTranslation("gone.keep"));
        setRejectable(true);
        setRejectText(getTranslation("gone.close"));
        addRejectListener(rejected -> close.run());
    }
}
