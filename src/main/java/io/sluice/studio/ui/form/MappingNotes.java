package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.ui.Icon;

/** What there is to know above the lists of a mapping; nothing takes no room. */
final class MappingNotes extends Div {
    MappingNotes() {
        addClassName("sl-map-notes");
    }

    /** Says why nothing is known of a side. @param place {@code source} or {@code target} */
    void failure(String place, String reason, Runnable retry) {
        Div note = note(Icon.INFO, reason, "sl-note-warning", "sl-map-note-" + place);
        note.add(link("mapping-retry-" + place, getTranslation("mapping.retry"), retry));
    }

    /** Says what stars stand for, and offers to write it out. */
    void star(Mapping mapping, boolean offered, Runnable list) {
        Div note =
                note(Icon.INFO, getTranslation("mapping.star", mapping.lines().size()), "sl-map-note-both");
        if (offered) {
            note.add(link("mapping-list-columns", getTranslation("mapping.star.list"), list));
        }
    }

    /** Says who decides which columns arrive, where the lines do not. */
    void order(Mapping.Order order) {
        switch (order) {
            case FREE -> {}
            case QUERY -> note(Icon.INFO, getTranslation("mapping.fixed.query"), "sl-map-note-both");
            case PROCESSING -> note(Icon.INFO, getTranslation("mapping.fixed.processing"), "sl-map-note-both");
        }
    }

    /** Says what a profile has found, or that it is under way. */
    void profile(String sentence, Runnable close) {
        Div note = note(Icon.ACTIVITY, sentence, "sl-map-note-both");
        note.setId("mapping-profiled");
        note.add(link("mapping-profiled-close", getTranslation("mapping.close"), close));
    }

    private Div note(Icon icon, String sentence, String... classes) {
        Div note = new Div(icon.create(), new Span(sentence));
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
