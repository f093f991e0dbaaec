package io.sluice.studio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.LocalTime;
import io.sluice.studio.Presence;
import io.sluice.ui.Avatar;
import java.util.List;

/** The others who have the task in front open: their initials, and for one of them the name. */
final class PresenceStrip extends Div {
    private static final int MOST = 4;

    private List<Presence.Person> shown = List.of();

    PresenceStrip() {
        addClassName("sl-presence");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    void show(List<Presence.Person> people) {
        if (people.equals(shown)) {
            return;
        }
        shown = List.copyOf(people);
        removeAll();
        setVisible(!people.isEmpty());
        people.stream().limit(MOST).forEach(person -> add(avatar(person)));
        if (people.size() > MOST) {
            add(Blocks.text("sl-small", "+" + (people.size() - MOST)));
        }
        if (!people.isEmpty()) {
            Presence.Person first = people.getFirst();
            add(Blocks.text(
                    "sl-presence-text",
                    people.size() == 1
                            ? getTranslation("presence.one", first.name())
                            : getTranslation("presence.many", people.size())));
        }
    }

    private Span avatar(Presence.Person person) {
        String words = getTranslation("presence.since", person.name(), LocalTime.of(person.since()));
        Span place = new Span(new Avatar(person.name()));
        place.addClassName("sl-presence-person");
        place.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", words)
                .setAttribute("tabindex", "0");
        Tooltip.forComponent(place).withText(words);
        return place;
    }
}
