package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import io.sluice.Sluice;
import org.jspecify.annotations.Nullable;

/** The frame of the pages before signing in: the picture at the left, one box at the right. */
final class Entrance extends Div {
    private final Div box = new Div();

    Entrance(String title, String lead) {
        addClassName("sl-entrance");
        box.addClassName("sl-box");
        Paragraph leadText = new Paragraph(lead);
        leadText.addClassName("sl-lead");
        box.add(new H2(title), leadText);
        add(picture(), pane());
    }

    /** Adds below what the box already holds. */
    void show(Component... components) {
        box.add(components);
    }

    private Aside picture() {
        Span mark = new Span();
        mark.addClassName("sl-mark");
        Div brand = new Div(mark, new Span("Sluice"));
        brand.addClassName("sl-brand");
        Aside picture = new Aside();
        picture.addClassName("sl-picture");
        picture.add(new Div(
                brand, new H1(getTranslation("entrance.claim")), new Paragraph(getTranslation("entrance.promise"))));
        return picture;
    }

    private Main pane() {
        Div switches = new Div(AppearanceMenu.namedLanguage(), AppearanceMenu.plainTheme());
        switches.addClassName("sl-switches");
        Span footnote = new Span(footnote());
        footnote.addClassNames("sl-footnote", "sl-small", "sl-muted");
        Main pane = new Main(switches, box, footnote);
        pane.addClassName("sl-pane");
        return pane;
    }

    private String footnote() {
        @Nullable String version = Sluice.class.getPackage().getImplementationVersion();
        String connection = VaadinRequest.getCurrent().isSecure()
                ? getTranslation("entrance.encrypted")
                : getTranslation("entrance.not-encrypted");
        return (version == null ? "Sluice" : "Sluice " + version) + " · " + connection;
    }
}
