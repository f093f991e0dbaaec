package io.sluice.studio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.LocalTime;
import io.sluice.studio.SaveResult;
import java.util.List;
import java.util.Set;

/** Somebody saved in between: shows both texts and asks which one stays. */
final class ConflictDialog extends StudioDialog {
    private final Runnable keepMine;

    ConflictDialog(OpenTask task, SaveResult.Conflict theirs, Runnable takeTheirs, Runnable keepMine) {
        this.keepMine = keepMine;
        titles(getTranslation("conflict.title", task.name()), getTranslation("conflict.mine"));
        answerButton().removeThemeNames("primary");
        answerButton().addThemeNames("error");
        sentence(getTranslation("conflict.about", theirs.changedBy(), LocalTime.of(theirs.at())));
        List<String> mine = task.text().lines().toList();
        List<String> other = theirs.theirText().lines().toList();
        Div both = Blocks.block(
                "sl-compare",
                side(getTranslation("conflict.theirs.title", theirs.changedBy()), other, Set.copyOf(mine)),
                side(getTranslation("conflict.mine.title"), mine, Set.copyOf(other)));
        wide(both);
        alternative(getTranslation("conflict.theirs"), takeTheirs);
        setWidth("920px");
    }

    @Override
    void answered() {
        close();
        keepMine.run();
    }

    private static Div side(String title, List<String> lines, Set<String> other) {
        Pre text = new Pre();
        for (String line : lines) {
            Span part = new Span(line + "\n");
            part.setClassName("changed", !other.contains(line));
            text.add(part);
        }
        return Blocks.block("sl-compare-side", Blocks.text("sl-strong", title), text);
    }
}
