package io.sluice.datasource.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.spi.Profile;
import io.sluice.ui.Icon;

/** Narrows the list by text, type and state; says at the right how the whole list stands. */
final class SourceFilterBar extends Div {
    private final SourceList list;
    private final Select<Profile> type = new Select<>();
    private final Div counts = new Div();

    SourceFilterBar(SourceList list, Runnable changed) {
        this.list = list;
        addClassName("sl-filterbar");
        counts.addClassNames("sl-row", "sl-small", "sl-secondary", "sl-healthcounts");
        Div space = new Div();
        space.addClassName("sl-grow");
        add(search(changed), types(changed), states(changed), space, counts);
    }

    private TextField search(Runnable changed) {
        TextField search = new TextField();
        search.addThemeName("soft");
        search.addClassName("sl-field-search");
        search.setPlaceholder(getTranslation("data-sources.search"));
        search.setAriaLabel(getTranslation("data-sources.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            list.search(change.getValue());
            changed.run();
        });
        return search;
    }

    private Select<Profile> types(Runnable changed) {
        type.addThemeNames("soft");
        type.addClassName("sl-field-filter");
        type.setEmptySelectionAllowed(true);
        type.setEmptySelectionCaption(getTranslation("data-sources.all-types"));
        type.setPlaceholder(getTranslation("data-sources.all-types"));
        type.setAriaLabel(getTranslation("data-sources.type"));
        type.setItemLabelGenerator(
                profile -> profile == null ? getTranslation("data-sources.all-types") : profile.label());
        type.addValueChangeListener(change -> {
            Profile chosen = change.getValue();
            list.onlyType(chosen == null ? null : list.typeOf(chosen).orElse(null));
            changed.run();
        });
        return type;
    }

    private Select<Health> states(Runnable changed) {
        Select<Health> state = new Select<>();
        state.addThemeNames("soft");
        state.addClassName("sl-field-filter");
        state.setItems(Health.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("data-sources.any-state"));
        state.setPlaceholder(getTranslation("data-sources.any-state"));
        state.setAriaLabel(getTranslation("data-sources.state"));
        state.setItemLabelGenerator(health -> health == null
                ? getTranslation("data-sources.any-state")
                : getTranslation("data-sources.health." + health.name()));
        state.addValueChangeListener(change -> {
            list.onlyHealth(change.getValue());
            changed.run();
        });
        return state;
    }

    /** Shows the types and counts of the list as it is loaded now. */
    void refresh() {
        Profile chosen = type.getValue();
        type.setItems(list.profiles());
        if (chosen != null && list.profiles().contains(chosen)) {
            type.setValue(chosen);
        }
        counts.removeAll();
        list.counts().forEach((health, count) -> {
            Div one = new Div(
                    health.state().glyph(), new Span(getTranslation("data-sources.count." + health.name(), count)));
            one.addClassNames("sl-row", "sl-row-tight");
            counts.add(one);
        });
    }
}
