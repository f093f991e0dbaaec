package io.sluice.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A number in a small pill: grey, or amber and red where it counts warnings and errors. */
public final class Count extends Span {
    public Count(long number) {
        super(String.format(Locale.ROOT, "%,d", number));
        addClassName("sl-count");
    }

    /** The same number as a count of warnings. */
    public static Count warnings(long number) {
        Count count = new Count(number);
        count.addClassName("sl-count-warning");
        return count;
    }

    /** The same number as a count of errors. */
    public static Count errors(long number) {
        Count count = new Count(number);
        count.addClassName("sl-count-failed");
        return count;
    }
}
