package io.sluice.studio.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.sluice.datasource.DataSource;
import io.sluice.spi.Connector;
import io.sluice.ui.TypeGlyph;
import java.util.List;

/** One end of a task: the type of system and, where the type has them, the registered data source. */
final class EndFields {
    private final ComboBox<Connector> type = new ComboBox<>();
    private final ComboBox<DataSource> source = new ComboBox<>();
    private final List<DataSource> all;

    EndFields(List<Connector> types, List<DataSource> sources) {
        this.all = sources;
        type.setItems(types);
        type.setItemLabelGenerator(connector -> connector.profile().label());
        type.setRenderer(new ComponentRenderer<>(EndFields::line));
        type.setRequired(true);
        type.addValueChangeListener(change -> offerSources());
        source.setItemLabelGenerator(DataSource::name);
        source.setEnabled(false);
        source.setClearButtonVisible(true);
    }

    ComboBox<Connector> typeField() {
        return type;
    }

    ComboBox<DataSource> sourceField() {
        return source;
    }

    String typeId() {
        Connector chosen = type.getValue();
        return chosen == null ? "" : chosen.id();
    }

    String sourceName() {
        DataSource chosen = source.getValue();
        return chosen == null ? "" : chosen.name();
    }

    private void offerSources() {
        Connector chosen = type.getValue();
        List<DataSource> fitting = chosen == null
                ? List.of()
                : all.stream()
                        .filter(candidate -> candidate.type().equals(chosen.id()))
                        .toList();
        source.setItems(fitting);
        boolean needed = chosen != null && chosen.dataSource().isPresent();
        source.setEnabled(needed);
        if (needed && !fitting.isEmpty()) {
            source.setValue(fitting.getFirst());
        }
    }

    private static Div line(Connector connector) {
        Div line = new Div(
                new TypeGlyph(connector.profile()), new Span(connector.profile().label()));
        line.addClassName("sl-row");
        return line;
    }
}
