package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtySummary;
import io.sluice.ui.Count;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The causes of a run's dirty records; a click shows the records of one. */
final class DirtyCauses extends Div {
    private final Consumer<DirtyCause.@Nullable Key> choose;
    private final Div list = block("sl-causes-list");
    private DirtyCause.@Nullable Key chosen;

    /** @param choose is told the cause; null for all */
    DirtyCauses(Consumer<DirtyCause.@Nullable Key> choose) {
        this.choose = choose;
        addClassName("sl-causes");
        list.getElement().setAttribute("role", "group");
        list.getElement().setAttribute("aria-label", getTranslation("dirty.causes"));
        add(
                block(
                        "sl-causes-head",
                        text("sl-strong", getTranslation("dirty.causes")),
                        Blocks.space(),
                        text("sl-small sl-muted", getTranslation("dirty.by-column"))),
                list);
    }

    DirtyCause.@Nullable Key chosen() {
        return chosen;
    }

    void choose(DirtyCause.@Nullable Key cause) {
        chosen = cause;
    }

    /** @param columns as the grid shows them */
    void show(DirtySummary summary, DirtyColumns columns) {
        List<DirtyCause> causes = summary.causes();
        if (causes.stream().noneMatch(cause -> cause.key().equals(chosen))) {
            chosen = null;
        }
        list.removeAll();
        list.add(entry(
                null,
                Icon.LIST.create(),
                getTranslation("dirty.all-causes"),
                getTranslation("dirty.ready", summary.ready(), summary.open()),
                new Share(summary.kept(), summary.open())));
        for (DirtyCause cause : causes) {
            State state = state(cause);
            list.add(entry(
                    cause.key(),
                    state.glyph(),
                    DirtyWords.cause(cause.key(), this::getTranslation),
                    DirtyWords.place(cause, columns, this::getTranslation),
                    new Share(cause.count(), cause.open())));
        }
    }

    private static State state(DirtyCause cause) {
        if (cause.open() == 0) {
            return State.OK;
        }
        return cause.ready() == cause.open() ? State.WAITING : State.WARNING;
    }

    /** How many there are and how many of them are not in the target. */
    private record Share(long count, long open) {}

    private NativeButton entry(DirtyCause.@Nullable Key cause, Span glyph, String title, String place, Share share) {
        NativeButton entry = new NativeButton();
        entry.addClassName("sl-cause");
        boolean on = Objects.equals(cause, chosen);
        entry.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        entry.setClassName("on", on);
        Div bar = block("sl-cause-bar", new Div());
        double done = share.count() == 0 ? 0 : 100.0 * (share.count() - share.open()) / share.count();
        bar.getChildren().forEach(fill -> fill.getElement().getStyle().set("width", Math.round(done) + "%"));
        entry.add(glyph, text("sl-cause-title", title), new Count(share.count()), text("sl-cause-place", place), bar);
        entry.addClickListener(click -> {
            chosen = cause;
            choose.accept(cause);
        });
        return entry;
    }
}
