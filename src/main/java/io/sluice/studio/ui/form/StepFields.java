package io.sluice.studio.ui.form;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.ui.BoundFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of one step between reader and writer, made of the description of its kind. */
final class StepFields extends Div {
    private static final String NAME = "name";
    private static final String EXPRESSION = "expression";
    private static final List<String> COMPARISON = List.of(NAME, "columnIndex", "operator", "value");

    private final TransformType type;
    private final TaskEditing editing;
    private final List<BoundFields> bound = new ArrayList<>();
    private final List<FieldSpec> fields;
    private @Nullable StepColumnsField columns;
    private @Nullable Details advanced;
    private @Nullable ConditionSwitch condition;
    private Path parameter = Path.ROOT;

    StepFields(TransformType type, TaskEditing editing) {
        this.type = type;
        this.editing = editing;
        fields = type.parameters().fields();
        addClassName("sl-stepfields");
        if (type == TransformType.FILTER) {
            filter();
        } else {
            plain();
        }
        List<FieldSpec> folded = fields.stream().filter(FieldSpec::advanced).toList();
        if (!folded.isEmpty()) {
            Details details = new Details(getTranslation("form.advanced-parameters", folded.size()), rows(folded));
            details.addClassName("sl-endfold");
            advanced = details;
            add(details);
        }
    }

    private void plain() {
        for (FieldSpec field : fields) {
            if (!field.advanced()) {
                boolean several = isColumns(field) && type != TransformType.PROJECT;
                add(several ? columns(field) : rows(List.of(field)));
            }
        }
    }

    private StepColumnsField columns(FieldSpec field) {
        StepColumnsField choice = new StepColumnsField(
                field, value -> put(field, value), () -> editing.showInScript(parameter.child(field.name())));
        columns = choice;
        return choice;
    }

    private static boolean isColumns(FieldSpec field) {
        return field.type() instanceof FieldType.ListType list
                && list.element() instanceof FieldType.TextType text
                && text.lookup().equals("columns");
    }

    private BoundFields rows(List<FieldSpec> some) {
        BoundFields rows = new BoundFields(some, new Owner());
        bound.add(rows);
        return rows;
    }

    /** A condition is a comparison or an expression; the fields of the other are out of sight. */
    private void filter() {
        BoundFields comparison = rows(fields.stream()
                .filter(field -> COMPARISON.contains(field.name()) && !field.advanced())
                .toList());
        BoundFields expression = rows(
                fields.stream().filter(field -> field.name().equals(EXPRESSION)).toList());
        ConditionSwitch choice = new ConditionSwitch(byExpression -> {
            comparison.setVisible(!byExpression);
            expression.setVisible(byExpression);
        });
        condition = choice;
        add(choice, comparison, expression);
        add(rows(
                fields.stream().filter(field -> field.name().equals("matching")).toList()));
    }

    /** Shows the parameters as they are now. @param reaching names of the columns that reach the step */
    void show(Step step, List<String> reaching, boolean editable) {
        boolean other = !step.parameterPath().equals(parameter);
        parameter = step.parameterPath();
        bound.forEach(rows -> rows.show(step.parameter(), !editable));
        StepColumnsField choice = columns;
        if (choice != null) {
            choice.show(step.parameter().find(NAME).orElse(null), reaching, !editable);
        }
        ConditionSwitch kind = condition;
        boolean expressed = has(step, EXPRESSION);
        if (kind != null && (expressed || other || has(step, NAME))) {
            kind.choose(expressed);
        }
    }

    private static boolean has(Step step, String name) {
        return step.parameter()
                .find(name)
                .filter(value -> !value.toString().isBlank())
                .isPresent();
    }

    /** What is wrong at a place among the parameters, in words of the fields. */
    String words(Path inside, Sentence said) {
        return FieldWords.along(type.parameters(), inside).of(said, isPlaced(inside.toString()));
    }

    /** Shows each problem at its field. @param problems by path among the parameters @return those without a field */
    List<String> showProblems(Map<String, String> problems) {
        bound.forEach(rows -> rows.showProblems(problems));
        StepColumnsField choice = columns;
        if (choice != null) {
            choice.showProblem(problems.entrySet().stream()
                    .filter(problem -> isColumns(problem.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null));
        }
        return problems.entrySet().stream()
                .filter(problem -> !isPlaced(problem.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    private static boolean isColumns(String path) {
        return path.equals(NAME) || path.startsWith(NAME + "[");
    }

    /** A problem of a whole list of groups, or of an item of it, has no field of its own. */
    private boolean isPlaced(String path) {
        return fields.stream()
                .anyMatch(field -> path.equals(field.name()) && !isGroups(field)
                        || path.startsWith(field.name() + "[") && !(isGroups(field) && path.endsWith("]"))
                        || path.startsWith(field.name() + "."));
    }

    private static boolean isGroups(FieldSpec field) {
        return field.type() instanceof FieldType.ListType list && list.element() instanceof FieldType.GroupType;
    }

    /** Marks the field of a path among the parameters; false when there is none. */
    boolean highlight(String path) {
        boolean found = false;
        for (BoundFields rows : bound) {
            found |= rows.highlight(path);
        }
        boolean ofColumns = columns != null && isColumns(path);
        if (columns != null) {
            columns.highlight(ofColumns);
        }
        Details details = advanced;
        if (details != null && fields.stream().anyMatch(field -> field.advanced() && path.startsWith(field.name()))) {
            details.setOpened(true);
        }
        return found || ofColumns;
    }

    private void put(FieldSpec field, @Nullable ConfigValue value) {
        Path where = parameter;
        editing.edit(document -> {
            ScriptDocument edited = document;
            if (type == TransformType.FILTER && value != null) {
                for (String other : others(field)) {
                    edited = edited.without(where.child(other));
                }
            }
            return ListEdits.put(edited, where.child(field.name()), value);
        });
    }

    /** What goes when a field of the other kind of condition is filled in. */
    private static List<String> others(FieldSpec field) {
        if (field.name().equals(EXPRESSION)) {
            return COMPARISON;
        }
        return COMPARISON.contains(field.name()) ? List.of(EXPRESSION) : List.of();
    }

    private final class Owner implements BoundFields.Owner {
        @Override
        public void changed(FieldSpec field, @Nullable ConfigValue value) {
            put(field, value);
        }

        @Override
        public void entered(FieldSpec field) {
            editing.showInScript(parameter.child(field.name()));
        }
    }
}
