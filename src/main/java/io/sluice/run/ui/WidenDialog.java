package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.datasource.ColumnChange;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.datasource.TableWidening;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.SupportsWidening;
import io.sluice.ui.Arrivals;
import io.sluice.ui.FormRow;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import io.sluice.workspace.Member;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Proposes a wider type for a column of a target, says what the server will do, and has it done. */
public final class WidenDialog extends Dialog {
    private static final long LARGE = 100_000;

    /**
     * What is wanted.
     *
     * @param why what the new type is taken from, in a sentence
     */
    public record Wish(TableWidening.Target target, String why, SupportsWidening.Wish wider) {}

    /** What was done. @param type the new type as it was proposed */
    public record Done(String column, String type) {}

    private final TableWidening widening;
    private final Member member;
    private final Wish wish;
    private final Consumer<Done> done;
    private final Div looking = block("sl-widen-looking");
    private final Div change = block("sl-widen-change");
    private final TextArea statement = new TextArea();
    private final Div work = block("sl-note");
    private final Div answer = block("sl-note sl-widen-answer");
    private final Button cancel = new Button(getTranslation("widen.cancel"), click -> cancel());
    private final Button widen = new Button(getTranslation("widen.do"), click -> widen());
    private Done announced;
    private @Nullable ColumnChange atWork;

    /** @param done is told when the column is wider, or has turned out to be wide enough */
    public WidenDialog(TableWidening widening, Member member, Wish wish, Consumer<Done> done) {
        this.widening = widening;
        this.member = member;
        this.wish = wish;
        this.done = done;
        announced = new Done(wish.target().column(), "");
        setHeaderTitle(getTranslation(
                "widen.title", wish.target().column(), wish.target().table()));
        setWidth("min(680px, 94vw)");
        addClassName("sl-widen");
        statement.setId("widen-statement");
        statement.setWidthFull();
        statement.setMinRows(3);
        statement.setMaxRows(12);
        statement.addClassName("sl-codefield");
        looking.getElement().setAttribute("role", "status");
        looking.add(
                State.RUNNING.glyph(),
                new Span(getTranslation("widen.looking", wish.target().dataSource())));
        answer.getElement().setAttribute("role", "alert");
        answer.setVisible(false);
        change.setVisible(false);
        add(block("sl-form", looking, change, answer));
        cancel.setId("widen-cancel");
        widen.setId("widen-do");
        widen.addThemeNames("primary");
        widen.setEnabled(false);
        getFooter().add(cancel, widen);
    }

    /** Opens and looks at the column; before the answer to this request the dialog belongs to no page yet. */
    public void look() {
        open();
        Arrivals.of(UI.getCurrent(), widening.propose(member, wish.target(), wish.wider()), answer -> {
            looking.setVisible(false);
            switch (answer) {
                case Answer.Known<ColumnWidening> known -> show(known.value());
                case Answer.Unknown<ColumnWidening> unknown -> complain(Sentences.translated(unknown.reason()));
            }
        });
    }

    private void show(ColumnWidening found) {
        switch (found) {
            case ColumnWidening.Change proposed -> show(proposed);
            case ColumnWidening.Enough enough -> {
                looking.removeAll();
                looking.add(State.OK.glyph(), new Span(getTranslation("widen.enough", enough.column(), enough.type())));
                looking.setVisible(true);
                cancel.setText(getTranslation("widen.close"));
                widen.setVisible(false);
                done.accept(new Done(enough.column(), enough.type()));
            }
            case ColumnWidening.Impossible impossible -> refuse(impossible);
        }
    }

    private void refuse(ColumnWidening.Impossible found) {
        String key = switch (found.obstacle()) {
            case NO_TYPE -> "widen.impossible";
            case OWN_RULES -> "widen.impossible.own-rules";
            case LIST -> "widen.impossible.list";
            case VIEW -> "widen.impossible.view";
            case GENERATED -> "widen.impossible.generated";
            case INHERITED -> "widen.impossible.inherited";
            case FOREIGN_KEY -> "widen.impossible.foreign-key";
            case INDEX -> "widen.impossible.index";
            case USED -> "widen.impossible.used";
        };
        complain(getTranslation(key, found.column(), found.type(), found.table(), found.what()));
        cancel.setText(getTranslation("widen.close"));
        widen.setVisible(false);
    }

    private void show(ColumnWidening.Change proposed) {
        announced = new Done(proposed.column(), proposed.after());
        Div types = block(
                "sl-widen-types",
                text("sl-mono", proposed.before()),
                text("sl-muted", "→"),
                text("sl-mono sl-strong", proposed.after()));
        statement.setValue(proposed.sql());
        statement.setValueChangeMode(ValueChangeMode.EAGER);
        statement.addValueChangeListener(
                change -> work.setVisible(change.getValue().strip().equals(proposed.sql())));
        State tone = tone(proposed);
        work.setClassName("sl-note-warning", tone == State.WARNING);
        work.add(tone.glyph(), new Span(words(proposed)));
        change.add(
                new FormRow(
                        getTranslation("widen.where"),
                        false,
                        new Span(wish.target().dataSource() + " · " + proposed.table() + "." + proposed.column()),
                        ""),
                new FormRow(getTranslation("widen.type"), false, types, wish.why()),
                new FormRow(getTranslation("widen.statement"), true, statement, help(proposed)),
                work);
        change.setVisible(true);
        widen.setEnabled(true);
        widen.setDisableOnClick(true);
        statement.focus();
    }

    private String help(ColumnWidening.Change proposed) {
        return (proposed.sign() ? getTranslation("widen.sign") + " " : "") + getTranslation("widen.statement.help");
    }

    private static State tone(ColumnWidening.Change proposed) {
        boolean small = proposed.rows() >= 0 && proposed.rows() < LARGE;
        return proposed.work() == ColumnWidening.Work.CATALOGUE ? State.OK : small ? State.WAITING : State.WARNING;
    }

    private String words(ColumnWidening.Change proposed) {
        String rows = proposed.rows() > 0
                ? getTranslation("widen.rows.about", proposed.rows())
                : getTranslation("widen.rows.all");
        return switch (proposed.work()) {
            case CATALOGUE -> getTranslation("widen.work.catalogue");
            case REWRITE -> getTranslation("widen.work.rewrite", rows);
            case COPY -> getTranslation("widen.work.copy", rows);
        };
    }

    /** Says what went wrong; details of a server stand in lines of their own. */
    private void complain(String sentence) {
        say(State.FAILED, sentence);
    }

    private void say(State state, String sentence) {
        answer.removeAll();
        answer.add(state.glyph(), text("sl-note-text", sentence));
        answer.setClassName("sl-note-failed", state == State.FAILED);
        answer.setVisible(true);
    }

    private void widen() {
        answer.setVisible(false);
        widen.setText(getTranslation("widen.doing"));
        statement.setReadOnly(true);
        ColumnChange begun = widening.widen(member, wish.target(), wish.wider(), statement.getValue());
        working(begun);
        cancel.focus();
        Arrivals.of(getUI().orElse(null), begun.outcome(), this::ended);
    }

    /** While a server is at work the dialog stays: nobody is to lose sight of it. @param change null when it is over */
    private void working(@Nullable ColumnChange change) {
        atWork = change;
        setCloseOnEsc(change == null);
        setCloseOnOutsideClick(change == null);
        cancel.setText(getTranslation(change == null ? "widen.cancel" : "widen.stop"));
        cancel.setEnabled(true);
    }

    private void cancel() {
        ColumnChange change = atWork;
        if (change == null) {
            close();
            return;
        }
        cancel.setEnabled(false);
        cancel.setText(getTranslation("widen.stopping"));
        say(State.RUNNING, getTranslation("widen.stopping.about"));
        change.stop();
    }

    private void ended(ColumnChange.Outcome outcome) {
        working(null);
        statement.setReadOnly(false);
        answer.setVisible(false);
        widen.setText(getTranslation("widen.do"));
        widen.setEnabled(true);
        switch (outcome) {
            case ColumnChange.Outcome.Done ignored -> {
                close();
                done.accept(announced);
            }
            case ColumnChange.Outcome.Stopped ignored -> say(State.NONE, getTranslation("widen.stopped"));
            case ColumnChange.Outcome.Failed failed -> complain(Sentences.translated(failed.reason()));
            case ColumnChange.Outcome.Lost lost -> show(lost);
        }
    }

    private void show(ColumnChange.Outcome.Lost lost) {
        String loss = Sentences.translated(lost.reason());
        String column = announced.column();
        switch (lost.since()) {
            case ColumnChange.Since.Widened now -> {
                say(State.OK, loss + "\n" + getTranslation("widen.lost.widened", column, now.type()));
                cancel.setText(getTranslation("widen.close"));
                widen.setVisible(false);
                statement.setReadOnly(true);
                done.accept(new Done(column, now.type()));
            }
            case ColumnChange.Since.NotWidened now ->
                complain(loss + "\n" + getTranslation("widen.lost.not-widened", column, now.type()));
            case ColumnChange.Since.Unknown now ->
                complain(
                        loss + "\n" + getTranslation("widen.lost.unknown", column, Sentences.translated(now.reason())));
        }
    }

    /** A page that is left or loaded anew shows nothing of a statement, which is stopped therefore. */
    @Override
    protected void onDetach(DetachEvent gone) {
        ColumnChange change = atWork;
        if (change != null) {
            change.stop();
        }
        super.onDetach(gone);
    }
}
