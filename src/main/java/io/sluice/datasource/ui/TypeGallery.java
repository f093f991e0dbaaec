package io.sluice.datasource.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.spi.Connector;
import io.sluice.spi.Profile.Family;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.EmptyState;
import io.sluice.ui.Icon;
import io.sluice.ui.TypeGlyph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the type of a new data source: cards by family, with a search. */
final class TypeGallery extends Dialog {
    private final List<Connector> types;
    private final Consumer<Connector> chosen;
    private final Div families = new Div();
    private final EmptyState none = new EmptyState(getTranslation("data-sources.gallery.none"));
    private final Map<Connector, NativeButton> cardsByType = new LinkedHashMap<>();
    private final Map<Div, List<NativeButton>> sections = new LinkedHashMap<>();
    private @Nullable Connector choice;

    TypeGallery(List<Connector> types, Consumer<Connector> chosen) {
        this.types = types;
        this.chosen = chosen;
        setHeaderTitle(getTranslation("data-sources.gallery.title"));
        setWidth("min(720px, 92vw)");
        addClassName("sl-gallerydialog");
        TextField search = new TextField();
        search.setPlaceholder(getTranslation("data-sources.gallery.search"));
        search.setAriaLabel(getTranslation("data-sources.gallery.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setAutofocus(true);
        search.setWidthFull();
        search.addValueChangeListener(change -> show(change.getValue()));
        families.addClassName("sl-families");
        for (Family family : Family.values()) {
            addFamily(family);
        }
        families.add(none);
        add(search, families);
        getFooter().add(new Button(getTranslation("shell.close"), click -> close()));
        // Once it is closed: the dialog gives the focus back to where it was, and what is chosen takes it from there.
        addClosedListener(closed -> {
            if (choice != null) {
                chosen.accept(choice);
            }
        });
        show("");
    }

    private void addFamily(Family family) {
        Div cards = new Div();
        cards.addClassName("sl-gallery");
        List<NativeButton> ofFamily = new ArrayList<>();
        types.stream().filter(type -> type.profile().family() == family).forEach(type -> {
            NativeButton card = card(type);
            ofFamily.add(card);
            cardsByType.put(type, card);
            cards.add(card);
        });
        if (!ofFamily.isEmpty()) {
            Div section = new Div(new H3(getTranslation("data-sources.family." + family.name())), cards);
            section.addClassName("sl-family");
            sections.put(section, ofFamily);
            families.add(section);
        }
    }

    /** Hides what does not match; nothing is built anew, so a click while the list narrows still counts. */
    private void show(String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        cardsByType.forEach((type, card) -> card.setVisible(matches(type, wanted)));
        sections.forEach((section, cards) -> section.setVisible(cards.stream().anyMatch(NativeButton::isVisible)));
        none.setVisible(cardsByType.values().stream().noneMatch(NativeButton::isVisible));
    }

    private static boolean matches(Connector type, String wanted) {
        return (type.profile().label() + " " + type.id() + " " + type.aliases())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private NativeButton card(Connector type) {
        Span label = new Span(ConnectorTexts.translated(type.profile().label()));
        label.addClassName("sl-strong");
        Span summary = new Span(ConnectorTexts.translated(type.profile().summary()));
        summary.addClassNames("sl-small", "sl-muted");
        Div texts = new Div(label, summary);
        texts.addClassName("sl-column");
        NativeButton card = new NativeButton();
        card.addClassName("sl-typecard");
        card.getElement().setAttribute("type", "button");
        card.add(new TypeGlyph(type.profile()), texts);
        card.addClickListener(click -> {
            choice = type;
            close();
        });
        return card;
    }
}
