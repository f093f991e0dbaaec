package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Repair;
import io.sluice.ui.Icon;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The problems of the task in front; a click shows the place in the script. */
final class FindingList extends Div {
    private final BiConsumer<Integer, Integer> reveal;
    private final Consumer<Repair> cure;

    FindingList(BiConsumer<Integer, Integer> reveal, Consumer<Repair> cure) {
        this.reveal = reveal;
        this.cure = cure;
        addClassName("sl-findings");
    }

    void show(List<Finding> findings) {
        removeAll();
        if (findings.isEmpty()) {
            add(Blocks.text("sl-dock-empty", getTranslation("problems.none")));
        }
        findings.forEach(finding -> add(Blocks.block("sl-finding-row", row(finding), repair(finding))));
    }

    private NativeButton row(Finding finding) {
        NativeButton row = new NativeButton();
        row.addClassName("sl-finding");
        String place = getTranslation("problems.line", finding.place().line());
        row.add(
                glyph(finding.severity()),
                Blocks.text("sl-finding-code", finding.code()),
                Blocks.text("sl-finding-message", Sentences.translated(finding.said())),
                Blocks.text("sl-finding-where", finding.where().isEmpty() ? place : place + " · " + finding.where()));
        row.getElement().setAttribute("title", Sentences.translated(finding.said()));
        row.addClickListener(
                click -> reveal.accept(finding.place().line(), finding.place().column()));
        return row;
    }

    private Component repair(Finding finding) {
        Repair repair = finding.repair();
        if (repair == null) {
            return Blocks.block("sl-finding-none");
        }
        Button button = new Button(RepairWords.of(repair, this), Icon.BULB.create(), click -> cure.accept(repair));
        button.addThemeNames("small");
        button.addClassName("sl-repair");
        return button;
    }

    private com.vaadin.flow.component.html.Span glyph(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> State.FAILED.glyph(getTranslation("problems.error"));
            case WARNING -> State.WARNING.glyph(getTranslation("problems.warning"));
            case HINT -> State.NONE.glyph(getTranslation("problems.hint"));
        };
    }
}
