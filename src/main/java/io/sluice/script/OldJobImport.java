package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Brings a job of version 1.0 to version 2.0 (script-format.md section 8.1). */
final class OldJobImport {
    private static final Path CONFIGURATION = Path.of("configuration");

    private final ScriptDocument document;
    private final List<Note> notes = new ArrayList<>();
    private final Connections connections;
    private final JobBuilder job = new JobBuilder();

    OldJobImport(ScriptDocument document, BiPredicate<String, String> registrable) {
        this.document = document;
        connections = new Connections(notes, registrable);
    }

    ImportedJob read() {
        step(Side.READER, "Reader");
        step(Side.WRITER, "Writer");
        ScriptDocument converted = job.document(setting());
        for (Map.Entry<String, ConfigValue> entry :
                JobBuilder.object(document, Path.ROOT).entries().entrySet()) {
            converted = kept(converted, entry.getKey(), entry.getValue());
        }
        JobBuilder.noteComments(document, notes);
        return new ImportedJob(Dialect.DIJOB_1, converted, connections.found(), notes);
    }

    private void step(Side side, String name) {
        Path path = CONFIGURATION.child(side.category());
        String plugIn =
                document.read(path.child("plugin")).map(ConfigValue::toString).orElse("");
        Obj parameter = JobBuilder.object(document, path.child("parameter"));
        String where = path.child("parameter").toString();
        job.step(
                plugIn,
                name,
                side.category(),
                connections.named(parameter, new Connections.Origin(plugIn, side.category(), where)));
        String to = "steps[" + side.ordinal() + "]";
        notes.add(new Note(Note.Kind.MAPPED, path.child("plugin").toString(), to + ".stepType", Sentence.NONE));
        notes.add(new Note(Note.Kind.IDENTICAL, where, to + ".parameter", Sentence.NONE));
    }

    private Obj setting() {
        Obj setting = JobBuilder.object(document, CONFIGURATION.child("setting"));
        if (setting.entries().get("speed") instanceof Obj speed
                && speed.find("mbps").isPresent()
                && speed.find("throttle").isEmpty()) {
            String speedPath = "configuration.setting.speed.mbps";
            notes.add(new Note(
                    Note.Kind.MAPPED,
                    speedPath,
                    "setting.speed.throttle",
                    Sentence.of("A limit switches the throttle on")));
            return setting.with("speed", speed.with("throttle", new Bool(true)));
        }
        notes.add(new Note(Note.Kind.IDENTICAL, "configuration.setting", "setting", Sentence.NONE));
        return setting;
    }

    /** Keys that nobody knows are kept. */
    private ScriptDocument kept(ScriptDocument converted, String name, ConfigValue value) {
        boolean known = name.equalsIgnoreCase("type")
                || name.equalsIgnoreCase("version")
                || name.equalsIgnoreCase("configuration");
        if (known) {
            return converted;
        }
        notes.add(new Note(Note.Kind.IDENTICAL, name, name, Sentence.NONE));
        return converted.with(Path.of(name), value);
    }
}
