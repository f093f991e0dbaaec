package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.Parameters;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.Filtered;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.ui.Arrivals;
import io.sluice.ui.BoundFields;
import io.sluice.workspace.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The filter of a reader, and what its data source makes of it: about how many rows it meets, or why it is refused. */
final class ConditionRow implements EndRow {
    private static final String NAME = "where";
    private static final String QUERY = "querySql";

    /** Who types in the script has not asked with every letter. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS);

    private final BoundFields fields;
    private final LiveCatalog catalog;
    private final Member member;
    private Question asked = new Question("", List.of(), "");
    private CompletableFuture<Answer<Filtered>> pending = new CompletableFuture<>();
    private String refusal = "";
    private Map<String, String> problems = Map.of();

    ConditionRow(FieldSpec field, BoundFields.Owner owner, LiveCatalog catalog, Member member) {
        fields = new BoundFields(List.of(field), owner);
        this.catalog = catalog;
        this.member = member;
    }

    static boolean isFor(FieldSpec field) {
        return field.name().equals(NAME);
    }

    /** @param tables as the step names them, with values in place of parameters */
    private record Question(String dataSource, List<String> tables, String condition) {
        boolean isWhole() {
            return !dataSource.isEmpty()
                    && !tables.isEmpty()
                    && !condition.isBlank()
                    && Parameters.names(tables.getFirst()).isEmpty();
        }

        /** The system is asked about one table only. */
        boolean isOfOneTable() {
            return tables.size() == 1 && !tables.getFirst().contains("[");
        }
    }

    @Override
    public Component component() {
        return fields;
    }

    @Override
    public void show(FormTask task, SyncTask.Step step) {
        fields.show(step.parameter(), !task.editable());
        FormTask filled = task.asked();
        Question question = new Question(
                EndPaths.dataSourceName(filled, step),
                text(step, QUERY).isBlank() ? EndPaths.names(filled, EndPaths.table(step)) : List.of(),
                text(filled.step(Side.READER).orElse(step), NAME));
        if (!question.equals(asked)) {
            asked = question;
            pending.cancel(false);
            refusal = "";
            fields.hint(NAME, "");
            ask(question, values(task, text(step, NAME)));
        }
    }

    private static String text(SyncTask.Step step, String name) {
        return step.parameter().find(name).orElse(null) instanceof ConfigValue.Text text ? text.value() : "";
    }

    private static String values(FormTask task, String condition) {
        return Parameters.names(condition).stream()
                .map(name -> name + " " + task.values().getOrDefault(name, ""))
                .collect(Collectors.joining(" · "));
    }

    private void ask(Question question, String values) {
        List<String> missing = Parameters.names(question.condition());
        if (!question.isWhole()) {
            return;
        }
        if (!missing.isEmpty()) {
            fields.hint(NAME, fields.getTranslation("form.asked.missing", String.join(", ", missing)));
            return;
        }
        String table = question.tables().getFirst();
        pending = CompletableFuture.supplyAsync(() -> table, SOON)
                .thenCompose(one -> catalog.filtered(member, question.dataSource(), one, question.condition()));
        Arrivals.of(UI.getCurrent(), pending, answer -> {
            if (question.equals(asked)) {
                take(answer, values);
            }
        });
    }

    /** That a data source does not answer is said where it is chosen. */
    private void take(Answer<Filtered> answer, String values) {
        if (answer instanceof Answer.Known<Filtered> known) {
            switch (known.value()) {
                case Filtered.About about -> fields.hint(NAME, asked.isOfOneTable() ? words(about.rows(), values) : "");
                case Filtered.Refused refused -> {
                    refusal = fields.getTranslation("form.filter.refused", refused.problem());
                    problems(problems);
                }
            }
        }
    }

    private String words(long rows, String values) {
        if (rows < 0) {
            return "";
        }
        String about = rows <= 1
                ? fields.getTranslation("form.filter.row")
                : fields.getTranslation(
                        "form.filter.rows", RowCount.about(rows, UI.getCurrent().getLocale()));
        return values.isEmpty() ? about : about + " · " + values;
    }

    @Override
    public void problems(Map<String, String> known) {
        problems = known;
        Map<String, String> all = new HashMap<>(known);
        if (!refusal.isEmpty()) {
            all.putIfAbsent(NAME, refusal);
        }
        fields.showProblems(all);
    }

    @Override
    public boolean holds(String path) {
        return fields.holds(path);
    }

    @Override
    public boolean highlight(String path) {
        return fields.highlight(path);
    }
}
