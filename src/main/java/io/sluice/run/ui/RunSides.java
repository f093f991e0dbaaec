package io.sluice.run.ui;

import io.sluice.engine.DirtyLimit;
import java.util.List;

/**
 * What stands at both ends of a run, for people.
 *
 * @param into the table that is written
 * @param steps how many processing steps stand between them
 * @param limited whether the task limits bytes or records per second
 * @param allowed how many dirty records the task endures
 */
public record RunSides(String source, String target, Target into, int steps, boolean limited, DirtyLimit allowed) {
    /**
     * The table of the writer.
     *
     * @param dataSource its name; empty when the script names none
     * @param type the writer's kind of step
     * @param table as the script names it; empty when it names none
     * @param columns as the script names them; none when it takes all
     */
    public record Target(String dataSource, String type, String table, List<String> columns) {
        public Target {
            columns = List.copyOf(columns);
        }
    }

    /** Of a task that cannot be read. */
    public static final RunSides UNKNOWN =
            new RunSides("", "", new Target("", "", "", List.of()), 0, false, DirtyLimit.IGNORE);
}
