package io.sluice.run.ui;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.DirtyShape;
import io.sluice.run.Correction;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyRow;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The processing step that makes a correction for every record to come.
 *
 * @param parameter of the step in the script
 */
public record StepOfCorrection(TransformType type, ConfigValue.Obj parameter) {
    /**
     * A column as it reaches the writer.
     *
     * @param name null when only its place is known
     * @param index from 0
     */
    record Reaching(@Nullable String name, int index) {
        /** The form of the first of records that all steps have let through; null for none. */
        static @Nullable DirtyShape form(List<DirtyRow> rows) {
            return rows.stream()
                    .map(DirtyRow::form)
                    .filter(form -> form.stage() == Stage.CONVERSION || form.stage() == Stage.WRITER)
                    .findFirst()
                    .orElse(null);
        }

        /** A column of the grid: behind the conversion its name is the target's, and only its place is known. */
        static Optional<Reaching> of(@Nullable DirtyShape form, DirtyColumns grid, int column) {
            if (form == null) {
                return Optional.empty();
            }
            return IntStream.range(0, form.columns().size())
                    .filter(index -> grid.column(form.columns(), index) == column)
                    .mapToObj(index -> new Reaching(
                            form.stage() == Stage.CONVERSION
                                    ? form.columns().column(index).name()
                                    : null,
                            index))
                    .findFirst();
        }
    }

    private static final String BLANKS_AT_ENDS = "^\\s+|\\s+$";

    /**
     * The step that does the same; empty for a correction that is meant for the records at hand only.
     *
     * @param column as it reaches the writer
     */
    static Optional<StepOfCorrection> of(Correction correction, Reaching column) {
        return switch (correction) {
            case Correction.Cut cut -> Optional.of(substring(column, cut.length()));
            case Correction.Trim ignored -> Optional.of(replace(column, BLANKS_AT_ENDS, "", true));
            case Correction.Replace replace -> Optional.of(replace(column, replace.text(), replace.by(), false));
            case Correction.Value ignored -> Optional.empty();
            case Correction.Proposed ignored -> Optional.empty();
        };
    }

    private static StepOfCorrection substring(Reaching column, int length) {
        Map<String, ConfigValue> parameter = new LinkedHashMap<>();
        String name = column.name();
        if (name == null) {
            parameter.put("columnIndex", new ConfigValue.Array(List.of(number(column.index()))));
        } else {
            parameter.put("name", new ConfigValue.Array(List.of(text(name))));
        }
        parameter.put("start", number(0));
        parameter.put("length", number(length));
        return new StepOfCorrection(TransformType.SUBSTRING, new ConfigValue.Obj(parameter));
    }

    private static StepOfCorrection replace(Reaching column, String search, String by, boolean regex) {
        Map<String, ConfigValue> rule = new LinkedHashMap<>();
        String name = column.name();
        rule.put(name == null ? "columnIndex" : "name", name == null ? number(column.index()) : text(name));
        rule.put("replaceString", text(search));
        rule.put("replaceByString", text(by));
        rule.put("useRegex", new ConfigValue.Bool(regex));
        rule.put("caseSensitive", new ConfigValue.Bool(true));
        return new StepOfCorrection(
                TransformType.STRING_REPLACE,
                ConfigValue.Obj.EMPTY.with("condition", new ConfigValue.Array(List.of(new ConfigValue.Obj(rule)))));
    }

    private static ConfigValue text(String value) {
        return new ConfigValue.Text(value);
    }

    private static ConfigValue number(int value) {
        return new ConfigValue.Num(Integer.toString(value));
    }
}
