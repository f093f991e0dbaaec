package io.sluice.studio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.sluice.run.ui.Blocks;
import io.sluice.script.ScriptDocument;
import io.sluice.studio.ScriptChange;
import io.sluice.studio.ScriptChange.Effect;
import io.sluice.studio.ScriptChanges;
import io.sluice.ui.State;
import java.util.List;

/** What is different between two texts, in words; what endangers data has a warning. */
final class ChangeList extends Div {
    private static final int MOST = 200;

    ChangeList() {
        addClassName("sl-changes");
    }

    void show(String before, String after) {
        removeAll();
        List<ScriptChange> changes = ScriptChanges.between(ScriptDocument.parse(before), ScriptDocument.parse(after));
        if (changes.isEmpty()) {
            say(getTranslation("changes.none"));
            return;
        }
        ChangeWords words = new ChangeWords(this::getTranslation);
        UnorderedList list = new UnorderedList();
        changes.stream().limit(MOST).forEach(change -> list.add(item(change, words)));
        add(list);
        if (changes.size() > MOST) {
            say(getTranslation("changes.more", changes.size() - MOST));
        }
    }

    /** Says a sentence in place of a list. */
    void say(String sentence) {
        add(new Paragraph(sentence));
    }

    private static ListItem item(ScriptChange change, ChangeWords words) {
        boolean dangerous = change.effect().filter(Effect::dangerous).isPresent();
        Div told = Blocks.block("sl-change-text", new Span(words.sentence(change)));
        words.effect(change).ifPresent(effect -> told.add(Blocks.text("sl-change-effect", effect)));
        ListItem item = new ListItem(dangerous ? State.WARNING.glyph() : Blocks.text("sl-change-dot", ""), told);
        item.setClassName(dangerous ? "sl-change dangerous" : "sl-change");
        return item;
    }
}
