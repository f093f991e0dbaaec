package io.sluice.script;

import io.sluice.script.Problem.Level;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the problems of a script at their places, as many as a person could ever want to read. */
final class Findings {
    private static final int LIMIT = 1000;

    private final ScriptDocument document;
    private final List<Problem> problems = new ArrayList<>();

    Findings(ScriptDocument document) {
        this.document = document;
    }

    void error(String code, Path path, Sentence message) {
        add(code, Level.ERROR, path, message, null);
    }

    void warning(String code, Path path, Sentence message) {
        add(code, Level.WARNING, path, message, null);
    }

    /** An error about a text that probably means another one. */
    void error(String code, Path path, Sentence message, @Nullable String meant) {
        add(code, Level.ERROR, path, message, meant);
    }

    /** A warning about the name of a member that is not known. */
    void unknown(Path path, String name, Collection<String> known) {
        if (problems.size() < LIMIT) {
            unknown(path, name, Nearest.of(name, known));
        }
    }

    void unknown(Path path, String name, @Nullable String meant) {
        if (problems.size() < LIMIT) {
            Place place = document.namePlace(path);
            Optional<Repair> repair =
                    Optional.ofNullable(meant).map(word -> new Repair(Cure.write(word), place, JsonText.quote(word)));
            Sentence message = meant == null
                    ? Sentence.of("'{0}' is not known here and has no effect", name)
                    : ended(Sentence.of("'{0}' is not known here", name), meant);
            problems.add(new Problem("S033", Level.WARNING, path, place, message, repair));
        }
    }

    private void add(String code, Level level, Path path, Sentence message, @Nullable String meant) {
        if (problems.size() < LIMIT) {
            Optional<Repair> repair = replacement(path, meant);
            problems.add(new Problem(code, level, path, document.place(path), ended(message, meant), repair));
        }
    }

    private Optional<Repair> replacement(Path path, @Nullable String meant) {
        return Optional.ofNullable(meant)
                .filter(word -> document.find(path) instanceof Node.TextNode)
                .map(word -> new Repair(Cure.write(word), document.place(path), JsonText.quote(word)));
    }

    private static Sentence ended(Sentence message, @Nullable String meant) {
        return meant == null ? message : Sentence.of("{0}; did you mean '{1}'?", message, meant);
    }

    /** All of them and the given ones, in the order of the text. */
    List<Problem> with(List<Problem> others) {
        List<Problem> all = new ArrayList<>(others);
        all.addAll(problems);
        all.sort(Comparator.comparingInt((Problem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()));
        return List.copyOf(all);
    }

    /** The text at a path, empty for anything else. */
    static String text(ConfigValue.Obj object, String name) {
        return object.entries().get(name) instanceof ConfigValue.Text text ? text.value() : "";
    }
}
