package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.Side;
import io.sluice.ui.Icon;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to know above the lists of a mapping; nothing takes no room. */
final class MappingNotes extends Div {
    private static final int MOST_NAMED = 5;

    MappingNotes() {
        addClassName("sl-map-notes");
    }

    /**
     * Says why nothing is known of a side.
     *
     * @param place {@code source} or {@code target}
     * @param retry null where asking again would be refused again
     */
    void failure(String place, String reason, @Nullable Runnable retry) {
        Div note = note(Icon.INFO.create(), reason, "sl-note-warning", "sl-map-note-" + place);
        if (retry != null) {
            note.add(link("mapping-retry-" + place, getTranslation("mapping.retry"), retry));
        }
    }

    /** Says what stars stand for, and offers to write it out. */
    void star(Mapping mapping, boolean offered, Runnable list) {
        Div note = note(
                Icon.INFO.create(),
                getTranslation("mapping.star", mapping.lines().size()),
                "sl-map-note-both");
        if (offered) {
            note.add(link("mapping-list-columns", getTranslation("mapping.star.list"), list));
        }
    }

    /** Says who decides which columns arrive, where the lines do not by themselves. */
    void order(Mapping mapping) {
        String words = switch (mapping.order()) {
            case FREE -> "";
            case CHOSEN -> getTranslation("mapping.chosen");
            case QUERY -> getTranslation("mapping.fixed.query") + " " + removal(mapping, "mapping.fixed.query.alike");
            case PROCESSING ->
                getTranslation("mapping.fixed.processing") + " " + removal(mapping, "mapping.fixed.processing.alike");
        };
        if (!words.isEmpty()) {
            note(Icon.INFO.create(), words, "sl-map-note-both");
        }
    }

    private String removal(Mapping mapping, String impossible) {
        return getTranslation(mapping.removes() || mapping.sources().isEmpty() ? "mapping.fixed.removal" : impossible);
    }

    /** Says that points in time meet local times and the task names no zone. */
    void zone(int lines, boolean offered, Runnable set) {
        Div note =
                note(State.FAILED.glyph(), getTranslation("mapping.zone", lines), "sl-note-failed", "sl-map-note-both");
        note.setId("mapping-zone-note");
        if (offered) {
            note.add(link("mapping-zone-set", getTranslation("mapping.cure.zone"), set));
        }
    }

    /** Says that records will be refused because columns get no value. */
    void missing(List<TargetColumn> columns, Runnable show) {
        String names =
                columns.stream().limit(MOST_NAMED).map(TargetColumn::name).collect(Collectors.joining(", "));
        String all = columns.size() > MOST_NAMED ? names + ", …" : names;
        Div note = note(
                State.FAILED.glyph(),
                getTranslation("mapping.needs", columns.size(), all),
                "sl-note-failed",
                "sl-map-note-both");
        note.setId("mapping-needs");
        note.add(link("mapping-needs-show", getTranslation("mapping.needs.show"), show));
    }

    /** Says what is wrong with the lists of columns, entry by entry. */
    void wrong(FormTask task) {
        List<String> sentences = Arrays.stream(Side.values())
                .flatMap(side -> task.step(side).stream().flatMap(step -> {
                    Path list = step.parameterPath().child("column");
                    return task.problemsAt(list).stream()
                            .filter(Problem::isError)
                            .map(problem -> wrong(side, list, problem));
                }))
                .distinct()
                .toList();
        if (!sentences.isEmpty()) {
            String named = sentences.stream().limit(MOST_NAMED).collect(Collectors.joining(" · "));
            String all = sentences.size() > MOST_NAMED ? named + " …" : named;
            note(State.FAILED.glyph(), all, "sl-note-failed", "sl-map-note-both")
                    .setId("mapping-wrong");
        }
    }

    /** How many entries of the lists of columns are wrong. */
    static long errors(FormTask task) {
        return Arrays.stream(Side.values())
                .flatMap(side -> task.step(side).stream())
                .flatMap(step -> task.problemsAt(step.parameterPath().child("column")).stream())
                .filter(Problem::isError)
                .map(Problem::path)
                .distinct()
                .count();
    }

    private String wrong(Side side, Path list, Problem problem) {
        String words = Sentences.translated(problem.said());
        String where = getTranslation(side == Side.READER ? "form.end.source" : "form.end.target");
        return problem.path().steps().size() > list.steps().size()
                        && problem.path().steps().get(list.steps().size()) instanceof Path.Index item
                ? getTranslation("mapping.wrong.entry", where, item.index() + 1, words)
                : getTranslation("mapping.wrong", where, words);
    }

    /** Says what a profile has found, or that it is under way. */
    void profile(String sentence, Runnable close) {
        Div note = note(Icon.ACTIVITY.create(), sentence, "sl-map-note-both");
        note.setId("mapping-profiled");
        note.add(link("mapping-profiled-close", getTranslation("mapping.close"), close));
    }

    private Div note(Component glyph, String sentence, String... classes) {
        Div note = new Div(glyph, new Span(sentence));
        note.addClassName("sl-note");
        note.addClassNames(classes);
        note.getElement().setAttribute("role", "status");
        add(note);
        return note;
    }

    private static NativeButton link(String id, String text, Runnable action) {
        NativeButton link = new NativeButton(text, click -> action.run());
        link.setId(id);
        link.addClassName("sl-link");
        return link;
    }
}
