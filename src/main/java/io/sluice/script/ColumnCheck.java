package io.sluice.script;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what reader and writer say about columns, filters and splitting. */
final class ColumnCheck {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`");
    private static final Pattern LIMIT = Pattern.compile("(?i)\\blimit\\s+[\\d:?$]");

    private final ScriptDocument document;
    private final Findings findings;

    ColumnCheck(ScriptDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    void run() {
        List<StepEntry> entries = StepEntry.all(document);
        for (StepEntry entry : entries) {
            if (entry.is(Side.READER)) {
                reader(entry);
                entries.stream()
                        .filter(other -> other.is(Side.WRITER))
                        .findFirst()
                        .filter(writer -> entries.stream().noneMatch(ColumnCheck::changesColumns))
                        .ifPresent(writer -> sameCount(entry, writer));
            }
        }
    }

    private static boolean changesColumns(StepEntry entry) {
        return entry.isMap()
                && TransformType.of(entry.stepType())
                        .map(TransformType::changesColumns)
                        .orElse(true);
    }

    private void reader(StepEntry entry) {
        Path parameter = entry.parameterPath();
        if (isAll(entry)) {
            findings.warning(
                    "S032",
                    parameter.child("column"),
                    Sentence.of(
                            "\"*\" follows every change of the source; list the columns to keep the mapping stable"));
        }
        String where = Findings.text(entry.parameter(), "where");
        if (LIMIT.matcher(QUOTED.matcher(where).replaceAll("")).find()) {
            findings.error(
                    "S036", parameter.child("where"), Sentence.of("'where' is a condition and cannot hold LIMIT"));
        }
        if (hasQuery(entry)) {
            ignoredBesideQuery(entry);
        } else {
            splitKey(entry);
        }
    }

    private void ignoredBesideQuery(StepEntry entry) {
        for (String name : List.of("table", "column", "where", "splitPk")) {
            Path path = entry.parameterPath().child(name);
            if (isGiven(path)) {
                findings.warning("S034", path, Sentence.of("'{0}' is ignored because 'querySql' is given", name));
            }
        }
    }

    private void splitKey(StepEntry entry) {
        int concurrent =
                new SettingReader(document).whole(SettingReader.CONCURRENT).orElse(1);
        Path key = entry.parameterPath().child("splitPk");
        boolean several = concurrent > 1 && concurrent <= SettingReader.MAX_CONCURRENT;
        if (several && !isGiven(key) && isSingleTable(entry)) {
            findings.warning(
                    "S035",
                    key,
                    Sentence.of("Without 'splitPk' one channel reads the whole table, whatever 'concurrent' says"));
        }
    }

    /** Whether the step reads exactly one table; anything else is no table of a database or is split by table. */
    private boolean isSingleTable(StepEntry entry) {
        ConfigValue table = entry.parameter().entries().get("table");
        if (table == null
                && entry.parameter().entries().get("connection") instanceof ConfigValue.Array connections
                && connections.items().size() == 1
                && connections.items().get(0) instanceof ConfigValue.Obj connection) {
            table = connection.entries().get("table");
        }
        if (table instanceof ConfigValue.Array tables && tables.items().size() == 1) {
            table = tables.items().get(0);
        }
        return table instanceof ConfigValue.Text name
                && !name.value().isBlank()
                && !name.value().contains("[");
    }

    private void sameCount(StepEntry reader, StepEntry writer) {
        if (hasQuery(reader)
                || isAll(reader)
                || isAll(writer)
                || !(reader.parameter().entries().get("column") instanceof ConfigValue.Array from)
                || !(writer.parameter().entries().get("column") instanceof ConfigValue.Array to)
                || from.items().isEmpty()
                || to.items().isEmpty()) {
            return;
        }
        if (from.items().size() != to.items().size()) {
            findings.error(
                    "S031",
                    writer.parameterPath().child("column"),
                    Sentence.of(
                            "The reader delivers {0} columns, the writer takes {1}",
                            from.items().size(), to.items().size()));
        }
    }

    private static boolean isAll(StepEntry entry) {
        ConfigValue column = entry.parameter().entries().get("column");
        ConfigValue first =
                column instanceof ConfigValue.Array list && list.items().size() == 1
                        ? list.items().get(0)
                        : column;
        return first instanceof ConfigValue.Text text && text.value().strip().equals("*");
    }

    private boolean hasQuery(StepEntry entry) {
        Path parameter = entry.parameterPath();
        return isGiven(parameter.child("querySql"))
                || isGiven(parameter.child("connection").child(0).child("querySql"));
    }

    private boolean isGiven(Path path) {
        return document.read(path)
                .filter(value -> !(value instanceof ConfigValue.Null))
                .filter(value ->
                        !(value instanceof ConfigValue.Text text && text.value().isBlank()))
                .filter(value -> !(value instanceof ConfigValue.Array array
                        && array.items().isEmpty()))
                .isPresent();
    }
}
