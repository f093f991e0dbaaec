package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.sluice.run.ui.Blocks;
import io.sluice.spi.TableDefinition.DefinedColumn;
import io.sluice.spi.TableDefinition.InstantChoice;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says that points in time need a zone in the table to be made, and lets people choose it, or a type that needs none. */
final class InstantField extends Div {
    private static final String USUAL = "UTC";

    private final Span sentence = new Span();
    private final RadioButtonGroup<Instants> choice = new RadioButtonGroup<>();
    private final ZoneField zone = new ZoneField();

    /** @param known the zone that the task names; empty when it names none @param chosen runs when the type changes */
    InstantField(String known, Runnable chosen) {
        addClassNames("sl-note", "sl-note-warning", "sl-instants");
        setId("create-table-instants");
        getElement().setAttribute("role", "status");
        zone.show(known.isEmpty() ? USUAL : known);
        zone.setId("create-table-zone");
        choice.setItems(Instants.values());
        choice.setValue(Instants.LOCAL);
        choice.setAriaLabel(getTranslation("form.instants"));
        Div zoned = Blocks.block("sl-row", Blocks.text("sl-small", getTranslation("form.channel.zone")), zone);
        choice.addValueChangeListener(change -> {
            zoned.setVisible(change.getValue() == Instants.LOCAL);
            chosen.run();
        });
        Div rows = Blocks.block("sl-column sl-grow", sentence, choice, zoned);
        add(State.WARNING.glyph(), rows);
        setVisible(false);
    }

    /** Shows the choice when the columns leave one. */
    void show(List<DefinedColumn> columns) {
        List<DefinedColumn> open =
                columns.stream().filter(column -> column.choice() != null).toList();
        setVisible(!open.isEmpty());
        if (!open.isEmpty()) {
            InstantChoice offered = Objects.requireNonNull(open.getFirst().choice());
            String names = open.stream().map(DefinedColumn::name).collect(Collectors.joining(", "));
            sentence.setText(getTranslation("form.instants.about", open.size(), names));
            choice.setItemLabelGenerator(one -> label(one, offered));
        }
    }

    private String label(Instants one, InstantChoice offered) {
        return switch (one) {
            case LOCAL -> getTranslation("form.instants.local", offered.local());
            case FEWER ->
                getTranslation("form.instants.fewer", offered.fewer(), ConnectorTexts.translated(offered.range()));
        };
    }

    Instants instants() {
        return choice.getValue();
    }

    /** The zone that the task should name from now on; empty when it need name none. */
    String zone() {
        return isVisible() && instants() == Instants.LOCAL ? zone.text() : "";
    }
}
