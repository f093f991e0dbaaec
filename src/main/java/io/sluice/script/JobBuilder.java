package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.ArrayList;
import java.util.List;

/** Puts together a script of version 2.0 from parts of another dialect. */
final class JobBuilder {
    private final List<ConfigValue> steps = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    void step(String stepType, String name, String category, ConfigValue parameter) {
        steps.add(Obj.EMPTY
                .with("stepType", stepType)
                .with("name", name)
                .with("category", category)
                .with("parameter", parameter));
        names.add(name);
    }

    ScriptDocument document(Obj setting) {
        List<ConfigValue> hops = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            hops.add(Obj.EMPTY.with("from", names.get(i - 1)).with("to", names.get(i)));
        }
        Obj job = Obj.EMPTY
                .with("type", "job")
                .with("version", "2.0")
                .with("steps", new Array(steps))
                .with("setting", setting)
                .with("order", Obj.EMPTY.with("hops", new Array(hops)));
        return ScriptDocument.parse("").with(Path.ROOT, job);
    }

    /** The object at a path; empty when there is none. */
    static Obj object(ScriptDocument document, Path path) {
        return document.read(path).orElse(Obj.EMPTY) instanceof Obj object ? object : Obj.EMPTY;
    }

    /** A remark for each comment that is lost because the text is written anew. */
    static void noteComments(ScriptDocument document, List<Note> notes) {
        boolean commented = document.syntaxProblems().stream()
                .anyMatch(problem -> problem.code().equals("W102"));
        if (commented) {
            notes.add(
                    new Note(Note.Kind.UNSUPPORTED, "comments", "", Sentence.of("Comments of the file are left out")));
        }
    }
}
