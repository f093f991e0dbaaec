package io.sluice.studio.ui;

import java.util.function.BooleanSupplier;

/** Asks what happens to an unsaved text when its tab closes. */
final class CloseDialog extends StudioDialog {
    private final BooleanSupplier save;
    private final Runnable closeTab;

    /** @param save answers whether the text was stored */
    CloseDialog(OpenTask task, BooleanSupplier save, Runnable closeTab) {
        this.save = save;
        this.closeTab = closeTab;
        titles(getTranslation("close.title", task.name()), getTranslation("close.save"));
        sentence(getTranslation("close.about"));
        alternative(getTranslation("close.discard"), closeTab);
    }

    @Override
    void answered() {
        close();
        if (save.getAsBoolean()) {
            closeTab.run();
        }
    }
}
