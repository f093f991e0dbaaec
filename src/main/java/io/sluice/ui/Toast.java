package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;

/** A short confirmation that needs no decision; what went wrong is shown at its place instead. */
public final class Toast {
    private static final Duration SHOWN = Duration.ofSeconds(4);
    private static final Duration SHOWN_WITH_UNDO = Duration.ofSeconds(8);

    private Toast() {}

    /** Shows a sentence for four seconds. */
    public static Notification show(String sentence) {
        return open(SHOWN, new Span(sentence));
    }

    /** Shows a sentence with an Undo button that runs {@code undo} once and closes the toast, which is answered. */
    public static Notification show(String sentence, Runnable undo) {
        Button button = new Button(translate("shell.undo"), Icon.UNDO.create());
        button.addThemeNames("tertiary", "small", "link");
        Div line = new Div(new Span(sentence), button);
        line.addClassName("sl-row");
        Notification toast = open(SHOWN_WITH_UNDO, line);
        button.addClickListener(click -> {
            toast.close();
            undo.run();
        });
        return toast;
    }

    private static Notification open(Duration shown, com.vaadin.flow.component.Component content) {
        Notification toast = new Notification();
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.setDuration(Math.toIntExact(shown.toMillis()));
        toast.add(content);
        toast.open();
        return toast;
    }
}
