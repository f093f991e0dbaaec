package io.sluice.engine.preview;

import io.sluice.engine.convert.TypeMapping;
import io.sluice.script.Path;
import io.sluice.spi.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a task, and what becomes of them on their way.
 *
 * @param rows as the reader delivers them; each has a cell for each of {@code columns}
 * @param steps in their order, up to the first that cannot be used, which comes last; empty when not asked for
 * @param target what the target makes of the rows that leave the last step; null when that is not known
 * @param unreadable the first of the records that the reader could not read
 */
public record Sample(
        List<Column> columns,
        List<List<Cell>> rows,
        List<StepSample> steps,
        @Nullable TargetSample target,
        List<Unreadable> unreadable,
        Extent extent) {
    public Sample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A step between reader and writer.
     *
     * @param path where it stands in the script
     * @param problem why it cannot be used with these columns; then there are neither columns after it nor rows
     */
    public record StepSample(
            String name,
            Path path,
            List<Column> before,
            List<Column> after,
            List<StepRow> rows,
            @Nullable Cause problem) {
        public StepSample {
            before = List.copyOf(before);
            after = List.copyOf(after);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row that reached a step.
     *
     * @param number of the row among those of the sample, from 0
     * @param after empty when the row did not pass
     * @param cause why it is dirty; null otherwise
     */
    public record StepRow(
            int number,
            List<Cell> before,
            List<Cell> after,
            Fate fate,
            @Nullable Cause cause) {}

    /** What a step does with a row. */
    public enum Fate {
        PASSED,
        FILTERED,
        DIRTY
    }

    /**
     * What the target makes of the rows.
     *
     * @param columns one for each pair of a column that comes and a column that is written
     * @param problem why the target's columns are not known or do not go with those that come; null when they do
     */
    public record TargetSample(
            List<TargetColumn> columns, @Nullable Cause problem) {
        public TargetSample {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One pair.
     *
     * @param mapping how well the types fit
     * @param values one for each row that leaves the last step; empty when no value can be converted
     */
    public record TargetColumn(Column source, Column target, TypeMapping mapping, List<TargetValue> values) {
        public TargetColumn {
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param number of its row among those of the sample, from 0
     * @param value in the target's type; as it came when it does not fit
     * @param cause why it does not fit; null when it does
     */
    public record TargetValue(
            int number, Cell value, @Nullable Cause cause) {}

    /**
     * A record that could not be read.
     *
     * @param values as far as they are known
     * @param place where it stands; may be empty
     */
    public record Unreadable(List<Cell> values, Cause cause, String place) {
        public Unreadable {
            values = List.copyOf(values);
        }
    }
}
