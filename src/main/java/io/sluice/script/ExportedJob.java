package io.sluice.script;

import java.util.List;

/**
 * A job file written for another tool.
 *
 * @param text the file; in place of passwords it has {@code ${…}} for that tool's own parameters
 */
public record ExportedJob(String text, List<Note> notes) {
    public ExportedJob {
        notes = List.copyOf(notes);
    }
}
