package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Map;

/**
 * A job file brought to version 2.0.
 *
 * @param dialect the form it had
 * @param document free of passwords; the unchanged text when it cannot be read
 * @param dataSources connections that the file spelled out and that the document refers to by name
 * @param notes what became of its parts
 */
public record ImportedJob(
        Dialect dialect, ScriptDocument document, List<InlineDataSource> dataSources, List<Note> notes) {
    public ImportedJob {
        dataSources = List.copyOf(dataSources);
        notes = List.copyOf(notes);
    }

    /** The job with other names for the data sources it spelled out, by the names they have now. */
    public ImportedJob renamed(Map<String, String> names) {
        ScriptDocument renamed = document;
        for (StepEntry entry : StepEntry.all(document)) {
            renamed = renamed(renamed, entry.parameterPath(), names);
            if (document.find(entry.parameterPath().child("connection")) instanceof Node.ArrayNode connections) {
                for (int i = 0; i < connections.items().size(); i++) {
                    Path connection = entry.parameterPath().child("connection").child(i);
                    renamed = renamed(renamed, connection, names);
                }
            }
        }
        List<InlineDataSource> sources = dataSources.stream()
                .map(source -> source.named(names.getOrDefault(source.name(), source.name())))
                .toList();
        return new ImportedJob(dialect, renamed, sources, notes);
    }

    private static ScriptDocument renamed(ScriptDocument document, Path parameter, Map<String, String> names) {
        Path path = parameter.child("datasource");
        String name = document.read(path).map(ConfigValue::toString).orElse("");
        String other = names.getOrDefault(name, name);
        return other.equals(name) ? document : document.with(path, new ConfigValue.Text(other));
    }
}
