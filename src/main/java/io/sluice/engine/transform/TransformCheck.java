package io.sluice.engine.transform;

import io.sluice.script.transform.FieldAssign;
import io.sluice.script.transform.Filter;
import io.sluice.script.transform.Transform;
import io.sluice.spi.config.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a step before its columns are known: expressions that cannot be read. */
public final class TransformCheck {
    private TransformCheck() {}

    /** The problems by their paths among the parameters. */
    public static List<ConfigProblem> problems(Transform transform) {
        List<ConfigProblem> problems = new ArrayList<>();
        if (transform instanceof Filter filter) {
            check(filter.expression(), "expression", problems);
        } else if (transform instanceof FieldAssign assign) {
            for (int i = 0; i < assign.fields().size(); i++) {
                check(assign.fields().get(i).expression(), "fields[" + i + "].expression", problems);
            }
        }
        return problems;
    }

    private static void check(@Nullable String expression, String path, List<ConfigProblem> problems) {
        String problem = expression == null ? null : Expression.problem(expression);
        if (problem != null) {
            problems.add(new ConfigProblem(path, ConfigProblem.Kind.CONTRADICTION, problem));
        }
    }
}
