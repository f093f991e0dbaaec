package io.sluice.studio.ui;

/** Asks before a task that was made in the form becomes one that is written; nothing is lost either way. */
final class ScriptModeDialog extends StudioDialog {
    private final Runnable agreed;

    ScriptModeDialog(String task, Runnable agreed) {
        this.agreed = agreed;
        titles(getTranslation("script-mode.title", task), getTranslation("script-mode.switch"));
        sentence(getTranslation("script-mode.about"));
        sentence(getTranslation("script-mode.back"));
        answerButton().setId("script-mode-switch");
    }

    @Override
    void answered() {
        close();
        agreed.run();
    }
}
