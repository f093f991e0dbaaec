package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.ui.Arrivals;
import io.sluice.ui.Icon;
import io.sluice.ui.Sentences;
import io.sluice.ui.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a side: look at rows of a source, create the table of a target. */
final class EndLinks {
    private final TaskEditing editing;
    private final FormServices services;
    private final Button createTable;
    private final Button preview;
    private @Nullable FormTask shown;

    EndLinks(TaskEditing editing, FormServices services) {
        this.editing = editing;
        this.services = services;
        createTable = new Button(Icon.PLUS.create());
        createTable.setText(createTable.getTranslation("form.create-table"));
        createTable.addClickListener(click -> open());
        createTable.addThemeNames("tertiary", "small", "link");
        preview = new Button(Icon.EYE.create(), click -> editing.preview());
        preview.setText(preview.getTranslation("preview.link"));
        preview.setId("preview-rows");
        preview.addThemeNames("tertiary", "small", "link");
        preview.setVisible(editing.member().role().mayRun());
    }

    /** Puts the links of a side that has them into the foot of its card. */
    void addTo(Div foot, Side side, FormTask task) {
        boolean offered = side == Side.WRITER
                && task.step(side)
                        .filter(step -> services.tables().possible(step.stepType()))
                        .isPresent();
        if (offered) {
            foot.addComponentAsFirst(createTable);
        }
        if (side == Side.READER) {
            foot.addComponentAsFirst(preview);
        }
    }

    void show(FormTask task) {
        shown = task;
        boolean possible = task.editable()
                && task.step(Side.READER).isPresent()
                && task.step(Side.WRITER)
                        .filter(step -> !EndPaths.dataSourceName(task, step).isEmpty())
                        .isPresent();
        createTable.setEnabled(possible);
        createTable.setTooltipText(possible ? null : createTable.getTranslation("form.create-table.not-yet"));
    }

    private void open() {
        FormTask task = shown;
        if (task == null) {
            return;
        }
        SyncTask.Step source = task.asked().step(Side.READER).orElseThrow();
        SyncTask.Step target = task.asked().step(Side.WRITER).orElseThrow();
        Arrivals.of(
                createTable.getUI().orElse(null),
                services.catalog().columns(editing.member(), source, Side.READER),
                answer -> {
                    switch (answer) {
                        case Answer.Known<List<Column>> known -> dialog(task, source, target, known.value());
                        case Answer.Unknown<List<Column>> unknown -> Toast.show(Sentences.translated(unknown.reason()));
                    }
                });
    }

    private void dialog(FormTask task, SyncTask.Step source, SyncTask.Step target, List<Column> columns) {
        FormTask asked = task.asked();
        String table = EndPaths.tableName(asked, target);
        String named = table.isEmpty() ? plain(EndPaths.tableName(asked, source)) : table;
        var wish = new CreateTableDialog.Wish(
                EndPaths.dataSourceName(asked, target),
                target.stepType(),
                named,
                columns,
                task.text(ChannelEdits.ZONE));
        new CreateTableDialog(services.tables(), editing.member(), wish, created -> {
                    Toast.show(createTable.getTranslation("form.create-table.done", created.table()));
                    editing.edit(document -> taken(document, created, table, EndPaths.table(target)));
                    editing.lookAgain();
                })
                .open();
    }

    /** The script names the new table, unless it does so with parameters, and the zone that its columns need. */
    private static ScriptDocument taken(
            ScriptDocument document, CreateTableDialog.Made made, String before, Path place) {
        ScriptDocument named = made.table().equals(before)
                ? document
                : ScriptEdits.put(document, place, new ConfigValue.Text(made.table()));
        return made.zone().isEmpty() ? named : ChannelEdits.zone(named, made.zone());
    }

    /** The last part of a name: the source's schema means nothing in the target. */
    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1);
    }
}
