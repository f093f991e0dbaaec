package io.sluice.studio.ui;

import io.sluice.run.StartProblem;
import io.sluice.script.Place;
import java.util.ArrayList;
import java.util.List;

/** What keeps a task from running, beside what the editor found: each problem once. */
final class StartFindings {
    private StartFindings() {}

    static List<Finding> of(List<StartProblem> problems, List<Finding> known) {
        List<Finding> all = new ArrayList<>(known);
        for (StartProblem problem : problems) {
            Integer place = problem.line();
            int line = place == null ? 1 : place;
            boolean listed = known.stream()
                    .anyMatch(one ->
                            one.code().equals(problem.code()) && one.message().equals(problem.message()));
            if (!listed) {
                all.add(new Finding(
                        problem.code(), Finding.Severity.ERROR, problem.said(), "", new Place(line, 1, line, 1)));
            }
        }
        return all;
    }
}
