package io.sluice.studio.ui;

import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.LocalTime;
import io.sluice.studio.SaveResult;

/** Somebody saved in between: shows what is different between both texts and asks which one stays. */
final class ConflictDialog extends StudioDialog {
    private final Runnable keepMine;

    ConflictDialog(OpenTask task, SaveResult.Conflict theirs, Runnable takeTheirs, Runnable keepMine) {
        this.keepMine = keepMine;
        titles(getTranslation("conflict.title", task.name()), getTranslation("conflict.mine"));
        answerButton().removeThemeNames("primary");
        answerButton().addThemeNames("error");
        answerOnlyByButton();
        sentence(getTranslation("conflict.about", theirs.changedBy(), LocalTime.of(theirs.at())));
        ChangeList changes = new ChangeList();
        changes.show(theirs.theirText(), task.text());
        ScriptDiff lines = new ScriptDiff();
        lines.show(
                new ScriptDiff.Side(getTranslation("conflict.theirs.title", theirs.changedBy()), theirs.theirText()),
                new ScriptDiff.Side(getTranslation("conflict.mine.title"), task.text()));
        wide(Blocks.block(
                "sl-compare",
                Blocks.text("sl-strong", getTranslation("conflict.words")),
                changes,
                Blocks.text("sl-strong", getTranslation("compare.lines")),
                Blocks.block("sl-compare-lines", lines)));
        alternative(getTranslation("conflict.theirs"), takeTheirs);
        setWidth("920px");
    }

    @Override
    void answered() {
        close();
        keepMine.run();
    }
}
