package io.sluice.script;

import java.util.List;

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
}
