package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Brings job files of other tools and times to version 2.0, and writes DataX jobs. */
public final class JobDialects {
    private JobDialects() {}

    /**
     * Reads a job in any dialect. Never fails: a text that cannot be read comes back as it is, and its problems say
     * why. A job of version 2.0 keeps every character except connections that it spells out.
     */
    public static ImportedJob read(String text) {
        return read(text, (stepType, url) -> true);
    }

    /**
     * Reads a job as {@link #read(String)} does.
     *
     * @param registrable whether a connection of this step type and JDBC URL can become a data source; one that cannot
     *     stays in the script, with placeholders for its secrets
     */
    public static ImportedJob read(String text, BiPredicate<String, String> registrable) {
        ScriptDocument document = ScriptDocument.parse(text);
        Dialect dialect = Dialect.of(document);
        if (!document.readable()) {
            return new ImportedJob(dialect, document, List.of(), List.of());
        }
        return switch (dialect) {
            case DIJOB_2 -> new NativeImport(document, registrable).read();
            case DIJOB_1 -> new OldJobImport(document, registrable).read();
            case DATAX -> new DataXImport(document, registrable).read();
        };
    }

    /** Whether a text is a lone reader or writer, to be put into a script by {@link #withStep}. */
    public static Optional<Side> loneStep(String text) {
        ScriptDocument document = ScriptDocument.parse(trimmed(text));
        boolean step = document.readable()
                && document.read(Path.of("stepType")).isPresent()
                && document.read(Path.of("steps")).isEmpty();
        String category = step
                ? document.read(Path.of("category")).map(ConfigValue::toString).orElse("")
                : "";
        return Arrays.stream(Side.values())
                .filter(side -> side.category().equalsIgnoreCase(category))
                .findFirst();
    }

    /** A step copied out of a list brings the comma behind it along. */
    private static String trimmed(String text) {
        String stripped = text.strip();
        return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
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
        ScriptDocument parsed = ScriptDocument.parse(trimmed(fragment));
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
