package io.sluice.studio.ui;

import io.sluice.script.Cure;
import io.sluice.script.Path;
import io.sluice.script.Place;
import io.sluice.script.Problem;
import io.sluice.script.Repair;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Repairs of problems: those the script's own checks know, and those that are one plain edit of the document. */
final class Repairs {
    private Repairs() {}

    /** Null when only people can decide what was meant. */
    static @Nullable Repair of(ScriptDocument document, Problem problem) {
        if (problem.repair().isPresent()) {
            return problem.repair().get();
        }
        if (!document.readable()) {
            return null;
        }
        Path path = problem.path();
        return switch (problem.code()) {
            case "S002" -> edit(Cure.write("job"), document, script -> script.with(path, new ConfigValue.Text("job")));
            case "S003" -> edit(Cure.write("2.0"), document, script -> script.with(path, new ConfigValue.Text("2.0")));
            case "S033", "S034" -> removal(document, path);
            case "W108" ->
                edit(
                        new Cure(Cure.Action.REMOVE_UNUSED, ""),
                        document,
                        script -> script.withoutNameAt(
                                problem.place().line(), problem.place().column()));
            case "W107" -> sameDataSource(document, path);
            default -> null;
        };
    }

    private static @Nullable Repair removal(ScriptDocument document, Path path) {
        return path.last().orElse(null) instanceof Path.Name name
                ? edit(new Cure(Cure.Action.REMOVE, name.name()), document, script -> script.without(path))
                : null;
    }

    /** The one that is used is written where the other one stands. */
    private static @Nullable Repair sameDataSource(ScriptDocument document, Path used) {
        ConfigValue name = document.read(used).orElse(null);
        Path shards = used.parent().parent();
        return name == null || shards.isRoot()
                ? null
                : edit(
                        Cure.write(name.toString()),
                        document,
                        script -> script.with(shards.parent().child("datasource"), name));
    }

    private static @Nullable Repair edit(Cure cure, ScriptDocument document, UnaryOperator<ScriptDocument> change) {
        String after = change.apply(document).text();
        if (after.equals(document.text())) {
            return null;
        }
        TextChange made = TextChange.between(document.text(), after);
        return new Repair(cure, place(document.text(), made.start(), made.end()), made.insert());
    }

    private static Place place(String text, int start, int end) {
        return new Place(line(text, start), column(text, start), line(text, end), column(text, end));
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }

    private static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
