package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Takes connections that are spelled out from a script of version 2.0 and leaves everything else as it is. */
final class NativeImport {
    private final ScriptDocument document;

    private final BiPredicate<String, String> registrable;

    NativeImport(ScriptDocument document, BiPredicate<String, String> registrable) {
        this.document = document;
        this.registrable = registrable;
    }

    ImportedJob read() {
        List<Note> notes = new ArrayList<>();
        Connections connections = new Connections(notes, registrable);
        ScriptDocument clean = document;
        for (StepEntry entry : StepEntry.all(document)) {
            Path path = entry.parameterPath();
            Connections.Origin origin = new Connections.Origin(entry.stepType(), entry.category(), path.toString());
            clean = merged(clean, path, entry.parameter(), connections.named(entry.parameter(), origin));
        }
        return new ImportedJob(Dialect.DIJOB_2, clean, connections.found(), notes);
    }

    /** Changes only what differs, so that comments around everything else stay. */
    private static ScriptDocument merged(ScriptDocument document, Path path, Obj before, Obj after) {
        ScriptDocument merged = document;
        for (String name : before.entries().keySet()) {
            merged = after.find(name).isEmpty() ? merged.without(path.child(name)) : merged;
        }
        for (Map.Entry<String, ConfigValue> entry : after.entries().entrySet()) {
            ConfigValue old = before.entries().get(entry.getKey());
            Path child = path.child(entry.getKey());
            if (old instanceof Obj was && entry.getValue() instanceof Obj is) {
                merged = merged(merged, child, was, is);
            } else if (!entry.getValue().equals(old)) {
                merged = merged.with(child, entry.getValue());
            }
        }
        return merged;
    }
}
