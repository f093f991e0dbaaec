package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import io.sluice.datasource.LiveCatalog;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.studio.ui.assist.FieldCompletion;
import io.sluice.studio.ui.assist.StatementAssistant;
import io.sluice.studio.ui.assist.StatementAssistant.Found;
import io.sluice.workspace.Member;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Completion in the fields of one side that hold statements or conditions of its database. */
final class EndCompletion {
    private final Side side;
    private final StatementAssistant assistant;
    private final Member member;
    private @Nullable FormTask task;

    EndCompletion(Side side, LiveCatalog catalog, Member member) {
        this.side = side;
        this.assistant = new StatementAssistant(catalog);
        this.member = member;
    }

    void show(FormTask now) {
        task = now;
    }

    /** Adds completion to the row of a field that holds statements. */
    void addTo(FieldSpec field, Div row) {
        boolean list = field.type() instanceof FieldType.ListType;
        FieldType type = field.type() instanceof FieldType.ListType statements ? statements.element() : field.type();
        if (type instanceof FieldType.TextType text && text.code().equals("sql")) {
            row.add(new FieldCompletion(list, (statement, caret) -> suggest(field, statement, caret)));
        }
    }

    private CompletableFuture<Found> suggest(FieldSpec field, String statement, int caret) {
        FormTask now = task;
        SyncTask.Step step = now == null ? null : now.asked().step(side).orElse(null);
        if (now == null || step == null) {
            return CompletableFuture.completedFuture(StatementAssistant.nothing(caret));
        }
        var target = new StatementAssistant.Target(
                step, side, EndPaths.dataSourceName(now.asked(), step), ConditionRow.isFor(field), now.values());
        return assistant.suggest(member, target, now.document(), statement, caret);
    }
}
