package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a DataX job to version 2.0 (script-format.md section 8.2). */
final class DataXImport {
    private static final Path CONTENT = Path.of("job", "content");
    private static final Set<String> KNOWN = Set.of("job", "common", "entry", "core");

    private final ScriptDocument document;
    private final List<Note> notes = new ArrayList<>();
    private final Connections connections = new Connections(notes);
    private final JobBuilder job = new JobBuilder();

    DataXImport(ScriptDocument document) {
        this.document = document;
    }

    ImportedJob read() {
        Path content = document.find(CONTENT) instanceof Node.ArrayNode ? CONTENT.child(0) : CONTENT;
        if (document.read(CONTENT.child(1)).isPresent()) {
            note(Note.Kind.UNSUPPORTED, "job.content[1]", "", "Only the first of several contents is taken over");
        }
        step(content, Side.READER, "Reader", 0);
        int maps = transformers(content.child("transformer"));
        step(content, Side.WRITER, "Writer", maps + 1);
        Obj setting = new DataXSettingImport(document, notes).setting();
        for (String name : JobBuilder.object(document, Path.ROOT).entries().keySet()) {
            if (!KNOWN.contains(name)) {
                note(Note.Kind.UNSUPPORTED, name, "", "Not known in a DataX job");
            }
        }
        JobBuilder.noteComments(document, notes);
        return new ImportedJob(Dialect.DATAX, job.document(setting), connections.found(), notes);
    }

    private void step(Path content, Side side, String name, int index) {
        Path path = content.child(side.category());
        String plugIn =
                document.read(path.child("name")).map(ConfigValue::toString).orElse("");
        String stepType = PlugInNames.stepType(plugIn, side);
        Obj parameter = JobBuilder.object(document, path.child("parameter"));
        String where = path.child("parameter").toString();
        job.step(stepType, name, side.category(), connections.named(parameter, stepType, where));
        note(
                Note.Kind.MAPPED,
                path.child("name").toString(),
                "steps[" + index + "].stepType",
                plugIn + " is " + stepType);
        note(Note.Kind.IDENTICAL, where, "steps[" + index + "].parameter", "");
    }

    private int transformers(Path path) {
        if (!(document.find(path) instanceof Node.ArrayNode array)) {
            return 0;
        }
        for (int i = 0; i < array.items().size(); i++) {
            Path item = path.child(i);
            String name =
                    document.read(item.child("name")).map(ConfigValue::toString).orElse("");
            transformer(name, JobBuilder.object(document, item.child("parameter")), item, i + 1);
        }
        return array.items().size();
    }

    private void transformer(String name, Obj parameter, Path from, int index) {
        Optional<DataXTransformers.Named> step = DataXTransformers.step(name, parameter);
        String stepType = step.map(DataXTransformers.Named::name).orElse(name);
        Obj translated = step.map(DataXTransformers.Named::parameter).orElse(parameter);
        job.step(stepType, "Transformer " + index, StepEntry.MAP, translated);
        String refused = DataXTransformers.refused(name).orElse("There is no such transformer");
        note(
                step.isPresent() ? Note.Kind.MAPPED : Note.Kind.UNSUPPORTED,
                from.toString(),
                "steps[" + index + "]",
                step.isPresent() ? name + " is " + stepType : "Kept, but it keeps the job from running: " + refused);
    }

    private void note(Note.Kind kind, String from, String to, String message) {
        notes.add(new Note(kind, from, to, message));
    }
}
