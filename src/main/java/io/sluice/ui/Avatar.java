package io.sluice.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The initials of a person on a quiet ground; the same person has the same ground everywhere. */
public final class Avatar extends Span {
    private static final int GROUNDS = 4;

    public Avatar(String displayName) {
        super(initials(displayName));
        addClassNames("sl-avatar", "sl-avatar-" + (1 + Math.floorMod(displayName.hashCode(), GROUNDS)));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The avatar at the size of the rail. */
    public Avatar large() {
        addClassName("sl-avatar-large");
        return this;
    }

    static String initials(String name) {
        String[] words = name.strip().split("[\\s._-]+");
        if (words.length == 0 || words[0].isEmpty()) {
            return "?";
        }
        String first = firstLetter(words[0]);
        return (words.length == 1 ? first : first + firstLetter(words[words.length - 1])).toUpperCase(Locale.ROOT);
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(word.codePointAt(0)));
    }
}
