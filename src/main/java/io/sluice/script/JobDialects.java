package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Brings job files of other tools and times to version 2.0, and writes DataX jobs. */
public final class JobDialects {
    private JobDialects() {}

    /**
     * Reads a job in any dialect. Never fails: a text that cannot be read comes back as it is, and its problems say
     * why. A job of version 2.0 keeps every character except connections that it spells out.
     */
    public static ImportedJob read(String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        Dialect dialect = Dialect.of(document);
        if (!document.readable()) {
            return new ImportedJob(dialect, document, List.of(), List.of());
        }
        return switch (dialect) {
            case DIJOB_2 -> new NativeImport(document).read();
            case DIJOB_1 -> new OldJobImport(document).read();
            case DATAX -> new DataXImport(document).read();
        };
    }

    /**
     * Writes a job for DataX.
     *
     * @param document a readable script of version 2.0
     * @param dataSources what is known of a data source by its name; passwords are never written
     * @return empty unless the script has exactly one reader and one writer
     */
    public static Optional<ExportedJob> writeDataX(
            ScriptDocument document, Function<String, Optional<InlineDataSource>> dataSources) {
        return SyncTask.of(document).map(task -> new DataXExport(document, task, dataSources).write());
    }

    /**
     * Puts a lone step, as people paste it from elsewhere, in the place of the step of its category.
     *
     * @return empty when the fragment cannot be read or is no reader or writer, or the document is not readable
     */
    public static Optional<ScriptDocument> withStep(ScriptDocument document, String fragment) {
        ScriptDocument parsed = ScriptDocument.parse(fragment);
        if (!parsed.readable() || !document.readable()) {
            return Optional.empty();
        }
        String category = parsed.read(Path.of("category"))
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .orElse("");
        boolean known = category.equals(Side.READER.category()) || category.equals(Side.WRITER.category());
        return known ? parsed.read(Path.ROOT).map(step -> placed(document, category, step)) : Optional.empty();
    }

    private static ScriptDocument placed(ScriptDocument document, String category, ConfigValue step) {
        List<StepEntry> entries = StepEntry.all(document);
        for (StepEntry entry : entries) {
            if (entry.category().equals(category)) {
                return document.with(entry.path(), step);
            }
        }
        return document.with(Path.of("steps").child(entries.size()), step);
    }
}
