package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Brings a DataX job to version 2.0 (script-format.md section 8.2). */
final class DataXImport {
    private static final Path CONTENT = Path.of("job", "content");

    private final ScriptDocument document;
    private final List<Note> notes = new ArrayList<>();
    private final Connections connections;
    private final JobBuilder job = new JobBuilder();

    DataXImport(ScriptDocument document, BiPredicate<String, String> registrable) {
        this.document = document;
        connections = new Connections(notes, registrable);
    }

    ImportedJob read() {
        Path content = document.find(CONTENT) instanceof Node.ArrayNode ? CONTENT.child(0) : CONTENT;
        step(content, Side.READER, "Reader", 0);
        int maps = transformers(content.child("transformer"));
        step(content, Side.WRITER, "Writer", maps + 1);
        Obj setting = new DataXSettingImport(document, notes).setting();
        Obj rest = new DataXRest(document, notes).of(content, setting);
        JobBuilder.noteComments(document, notes);
        ScriptDocument script = job.document(setting);
        return new ImportedJob(
                Dialect.DATAX,
                rest.entries().isEmpty() ? script : script.with(DataXRest.PLACE, rest),
                connections.found(),
                notes);
    }

    private void step(Path content, Side side, String name, int index) {
        Path path = content.child(side.category());
        String plugIn =
                document.read(path.child("name")).map(ConfigValue::toString).orElse("");
        String stepType = PlugIns.stepType(plugIn, side);
        Obj given = JobBuilder.object(document, path.child("parameter"));
        Obj parameter = spoken(plugIn, path.child("parameter"), PlugIns.toStep(plugIn, side, given));
        String where = path.child("parameter").toString();
        Connections.Origin origin = new Connections.Origin(stepType, side.category(), where);
        job.step(stepType, name, side.category(), connections.named(parameter, origin));
        note(
                Note.Kind.MAPPED,
                path.child("name").toString(),
                "steps[" + index + "].stepType",
                Sentence.of("{0} is {1}", plugIn, stepType));
        note(Note.Kind.IDENTICAL, where, "steps[" + index + "].parameter", Sentence.NONE);
    }

    /** Says what DataX means by what is not given, where it means something else here. */
    private Obj spoken(String plugIn, Path path, Obj given) {
        Obj parameter = given;
        for (PlugIns.Silence silence : PlugIns.silences(plugIn.strip())) {
            ConfigValue meant = silence.there();
            if (meant != null && silence.keptIn(parameter)) {
                parameter = silence.broken(parameter, meant);
                String from = path + "." + silence.path();
                note(
                        Note.Kind.MAPPED,
                        from,
                        from,
                        silence.here() == null
                                ? silence.always()
                                : Sentence.of("Not given, which means {0} to DataX", meant));
            }
        }
        boolean trims = plugIn.strip().equals("txtfilereader")
                && !(given.find("csvReaderConfig").orElse(null) instanceof Obj csv
                        && csv.find("trimWhitespace").isPresent());
        if (trims) {
            note(
                    Note.Kind.UNSUPPORTED,
                    path + ".csvReaderConfig.trimWhitespace",
                    "",
                    Sentence.of("DataX takes blanks off both ends of values; here they stay"));
        }
        return parameter;
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
        Sentence refused = DataXTransformers.refused(name).orElse(Sentence.of("There is no such transformer"));
        note(
                step.isPresent() ? Note.Kind.MAPPED : Note.Kind.UNSUPPORTED,
                from.toString(),
                "steps[" + index + "]",
                step.isPresent()
                        ? Sentence.of("{0} is {1}", name, stepType)
                        : Sentence.of("Kept, but it keeps the job from running: {0}", refused));
    }

    private void note(Note.Kind kind, String from, String to, Sentence message) {
        notes.add(new Note(kind, from, to, message));
    }
}
