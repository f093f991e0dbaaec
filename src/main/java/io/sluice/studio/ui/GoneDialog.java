package io.sluice.studio.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Says that a task was deleted meanwhile, and offers to close its tab. */
final class GoneDialog extends ConfirmDialog {
    GoneDialog(OpenTask task, Runnable close) {
        setHeader(getTranslation("gone.title", task.name()));
        setText(getTranslation("gone.about"));
        setConfirmText(getTranslation("gone.close"));
        setCancelable(true);
        setCancelText(getTranslation("gone.keep"));
        addConfirmListener(confirmed -> close.run());
    }
}
