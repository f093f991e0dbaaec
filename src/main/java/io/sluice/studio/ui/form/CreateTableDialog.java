package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.datasource.TableCreation;
import io.sluice.run.ui.Blocks;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.TableDefinition.DefinedColumn;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import io.sluice.ui.Arrivals;
import io.sluice.ui.FormRow;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.function.Consumer;

/** Proposes the target's table for the source's columns, lets it be changed, and creates it. */
final class CreateTableDialog extends Dialog {
    /**
     * Where the table is made and for what.
     *
     * @param type of the target's data source
     * @param columns of the source
     * @param zone of local times, which the task names; empty when it names none
     */
    record Wish(String dataSource, String type, String table, List<Column> columns, String zone) {
        Wish {
            columns = List.copyOf(columns);
        }
    }

    /** What was done. @param zone that the task needs from now on; empty when it needs none */
    record Made(String table, String zone) {}

    /** Fits the longest names of types with their lengths; widths measured by the rows in sight would cut those below. */
    private static final String TYPES = "150px";

    private final TableCreation creation;
    private final Member member;
    private final Wish wish;
    private final Consumer<Made> created;
    private final TextField name = new TextField();
    private final TextArea statement = new TextArea();
    private final Grid<DefinedColumn> columns = new Grid<>();
    private final InstantField instants;
    private final Div problem = Blocks.block("sl-note sl-note-failed");
    private final Button create = new Button(getTranslation("form.create-table.create"), click -> create());
    private String proposed = "";

    CreateTableDialog(TableCreation creation, Member member, Wish wish, Consumer<Made> created) {
        this.creation = creation;
        this.member = member;
        this.wish = wish;
        this.created = created;
        instants = new InstantField(wish.zone(), this::propose);
        setHeaderTitle(getTranslation("form.create-table.title", wish.dataSource()));
        setWidth("min(880px, 94vw)");
        addClassName("sl-createtable");
        name.setValue(wish.table());
        name.setWidthFull();
        name.addValueChangeListener(change -> propose());
        statement.setWidthFull();
        statement.setMinRows(8);
        statement.setMaxRows(18);
        statement.addClassName("sl-codefield");
        problem.getElement().setAttribute("role", "alert");
        grid();
        add(Blocks.block(
                "sl-form",
                new FormRow(getTranslation("form.create-table.name"), true, name, ""),
                new FormRow(
                        getTranslation("form.create-table.statement"),
                        true,
                        statement,
                        getTranslation("form.create-table.statement.help")),
                instants,
                problem,
                Blocks.text("sl-strong", getTranslation("form.create-table.reasons")),
                columns));
        Button cancel = new Button(getTranslation("form.create-table.cancel"), click -> close());
        create.addThemeNames("primary");
        create.setDisableOnClick(true);
        getFooter().add(cancel, create);
        propose();
    }

    private void grid() {
        columns.addThemeVariants(GridVariant.LUMO_COMPACT);
        column("column", DefinedColumn::name).setWidth("200px").setFlexGrow(0);
        column("source-type", this::sourceType).setWidth(TYPES).setFlexGrow(0);
        column("target-type", DefinedColumn::type).setWidth(TYPES).setFlexGrow(0);
        column("reason", column -> ProposalWords.of(column.reason()));
        columns.setAllRowsVisible(wish.columns().size() <= 8);
        columns.setHeight("260px");
    }

    private Grid.Column<DefinedColumn> column(String key, SerializableFunction<DefinedColumn, String> text) {
        return columns.addColumn(text::apply)
                .setHeader(getTranslation("form.create-table." + key))
                .setTooltipGenerator(text);
    }

    private String sourceType(DefinedColumn defined) {
        return wish.columns().stream()
                .filter(column -> column.name().equals(defined.name()))
                .map(Column::nativeType)
                .findFirst()
                .orElse("");
    }

    /** A statement that somebody changed stays, whatever the name becomes. */
    private void propose() {
        problem.setVisible(false);
        switch (creation.propose(
                wish.type(), new Schema(wish.columns()), name.getValue().strip(), instants.instants())) {
            case Answer.Known<TableDefinition> known -> {
                columns.setItems(known.value().columns());
                instants.show(known.value().columns());
                if (statement.getValue().equals(proposed)) {
                    proposed = known.value().sql();
                    statement.setValue(proposed);
                }
                create.setEnabled(true);
            }
            case Answer.Unknown<TableDefinition> unknown -> {
                complain(unknown.reason());
                create.setEnabled(false);
            }
        }
    }

    private void complain(String reason) {
        problem.removeAll();
        problem.add(State.FAILED.glyph(), new Span(Sentences.translated(reason)));
        problem.setVisible(true);
    }

    private void create() {
        problem.setVisible(false);
        String table = name.getValue().strip();
        Arrivals.of(
                getUI().orElse(null),
                creation.create(member, wish.dataSource(), table, statement.getValue()),
                answer -> {
                    switch (answer) {
                        case Answer.Known<String> known -> {
                            close();
                            created.accept(new Made(known.value(), instants.zone()));
                        }
                        case Answer.Unknown<String> unknown -> {
                            complain(unknown.reason());
                            create.setEnabled(true);
                        }
                    }
                });
    }
}
