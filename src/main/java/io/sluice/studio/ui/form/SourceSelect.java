package io.sluice.studio.ui.form;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.sluice.datasource.DataSource;
import io.sluice.engine.Connectors;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.spi.Connector;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.Icon;
import io.sluice.ui.TypeGlyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a side reads or writes: a registered data source, a type of system that needs none, or a new data source. */
final class SourceSelect extends ComboBox<SourceSelect.Choice> {
    /** One entry of the list. */
    sealed interface Choice {
        Connector connector();

        /** A registered data source. */
        record Registered(Connector connector, String name) implements Choice {}

        /** A type of system without data source. */
        record Direct(Connector connector) implements Choice {}

        /** The wish for a new data source of a type. */
        record New(Connector connector) implements Choice {}

        /** A name in the script that is not registered, or not for this type. */
        record Missing(Connector connector, String name) implements Choice {}
    }

    private final Side side;
    private final Connectors connectors;
    private @Nullable Choice current;

    SourceSelect(Side side, Connectors connectors, Consumer<Choice> chosen) {
        this.side = side;
        this.connectors = connectors;
        setWidthFull();
        setManualValidation(true);
        setItemLabelGenerator(this::label);
        setRenderer(new ComponentRenderer<>(this::line));
        setPlaceholder(getTranslation("form.source.choose"));
        addValueChangeListener(change -> {
            Choice value = change.getValue();
            if (change.isFromClient() && value != null && !Objects.equals(value, current)) {
                if (value instanceof Choice.New) {
                    setValue(current);
                }
                chosen.accept(value);
            } else if (change.isFromClient() && value == null) {
                setValue(current);
            }
        });
    }

    private String label(Choice choice) {
        return switch (choice) {
            case Choice.Registered registered -> registered.name();
            case Choice.Direct direct ->
                ConnectorTexts.translated(direct.connector().profile().label());
            case Choice.New wish ->
                getTranslation("form.source.new", wish.connector().profile().label());
            case Choice.Missing missing -> missing.name();
        };
    }

    private Div line(Choice choice) {
        String meta = choice instanceof Choice.Registered
                ? ConnectorTexts.translated(choice.connector().profile().label())
                : "";
        return Blocks.block(
                "sl-row",
                choice instanceof Choice.New
                        ? Icon.PLUS.create()
                        : new TypeGlyph(choice.connector().profile()),
                Blocks.text("sl-cut sl-grow", label(choice)),
                Blocks.text("sl-small sl-muted", meta));
    }

    /** Offers what this side can work with; the wish for a new one only to members who may make one. */
    void offer(List<DataSource> sources, boolean mayCreate) {
        List<Choice> choices = new ArrayList<>();
        for (DataSource source : sources) {
            fitting(source.type()).ifPresent(connector -> choices.add(new Choice.Registered(connector, source.name())));
        }
        List<Connector> able = connectors.all().stream().filter(this::fits).toList();
        able.stream()
                .filter(connector -> connector.dataSource().isEmpty())
                .forEach(connector -> choices.add(new Choice.Direct(connector)));
        if (mayCreate) {
            able.stream()
                    .filter(connector -> connector.dataSource().isPresent())
                    .forEach(connector -> choices.add(new Choice.New(connector)));
        }
        Choice kept = current;
        if (kept instanceof Choice.Missing) {
            choices.add(0, kept);
        }
        setItems(choices);
        setValue(kept);
    }

    private Optional<Connector> fitting(String type) {
        return connectors.find(type).filter(this::fits);
    }

    private boolean fits(Connector connector) {
        return side == Side.READER
                ? StepDescription.reader(connector).isPresent()
                : StepDescription.writer(connector).isPresent();
    }

    /** Shows what the script says. */
    void show(FormTask task, String stepType, String dataSource) {
        Connector connector = connectors.find(stepType).orElse(null);
        Choice shown = connector == null ? null : choice(task, connector, dataSource);
        if (!Objects.equals(shown, current)) {
            current = shown;
            if (shown instanceof Choice.Missing) {
                getListDataView().addItem(shown);
            }
            setValue(shown);
        }
        setReadOnly(!task.editable());
    }

    private static @Nullable Choice choice(FormTask task, Connector connector, String dataSource) {
        if (connector.dataSource().isEmpty()) {
            return new Choice.Direct(connector);
        }
        if (dataSource.isEmpty()) {
            return null;
        }
        boolean registered = task.catalog()
                .dataSourceType(dataSource)
                .filter(type -> type.equals(connector.id()))
                .isPresent();
        return registered ? new Choice.Registered(connector, dataSource) : new Choice.Missing(connector, dataSource);
    }
}
