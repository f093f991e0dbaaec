package io.sluice.script;

import java.util.ArrayList;
import java.util.List;

/** Takes connections that are spelled out from a script of version 2.0 and leaves everything else as it is. */
final class NativeImport {
    private final ScriptDocument document;

    NativeImport(ScriptDocument document) {
        this.document = document;
    }

    ImportedJob read() {
        List<Note> notes = new ArrayList<>();
        Connections connections = new Connections(notes);
        ScriptDocument clean = document;
        for (StepEntry entry : StepEntry.all(document)) {
            if (Connections.areSpelledOut(entry.parameter())) {
                Path path = entry.parameterPath();
                clean = clean.with(path, connections.named(entry.parameter(), entry.stepType(), path.toString()));
            }
        }
        return new ImportedJob(Dialect.DIJOB_2, clean, connections.found(), notes);
    }
}
