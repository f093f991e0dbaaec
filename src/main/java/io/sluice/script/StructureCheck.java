package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the frame of a script: kind, version, which steps there are and what they are called. */
final class StructureCheck {
    private static final Set<String> TOP_LEVEL =
            Set.of("type", "version", "steps", "order", "setting", "extend", "transform", "nodeDef");
    private static final Set<String> STEP =
            Set.of("stepType", "parameter", "name", "category", "copies", "gui", "displayName", "description");
    private static final Set<String> CATEGORIES = Set.of("reader", "writer", StepEntry.MAP, StepEntry.PROCESSOR);

    private final ScriptDocument document;
    private final Findings findings;
    private final Path steps = Path.of("steps");

    StructureCheck(ScriptDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    void run() {
        Dialect dialect = Dialect.of(document);
        if (dialect != Dialect.DIJOB_2) {
            findings.error(
                    "S010",
                    Path.ROOT,
                    Sentence.of("This is a job of {0}; import it to bring it to version 2.0", dialect.label()));
            return;
        }
        kindAndVersion();
        unknownKeys(Path.ROOT, TOP_LEVEL);
        if (!(document.find(steps) instanceof Node.ArrayNode array)) {
            findings.error("S010", steps, Sentence.of("'steps' must be a list with one reader and one writer"));
            return;
        }
        for (int i = 0; i < array.items().size(); i++) {
            if (!(array.items().get(i) instanceof Node.ObjectNode)) {
                findings.error(
                        "S011",
                        steps.child(i),
                        Sentence.of("A step is an object with stepType, category, name, parameter"));
            }
        }
        List<StepEntry> entries = StepEntry.all(document);
        count(entries, Side.READER);
        count(entries, Side.WRITER);
        entries.forEach(this::category);
        names(entries);
    }

    private void kindAndVersion() {
        Path type = Path.of("type");
        String kind = document.read(type).map(ConfigValue::toString).orElse("");
        if (!kind.equalsIgnoreCase("job")) {
            findings.error("S002", type, Sentence.of("'type' must be \"job\""), "job");
        }
        Path version = Path.of("version");
        String number = document.read(version).map(ConfigValue::toString).orElse("");
        if (!Set.of("1", "1.0", "2", "2.0").contains(number.strip())) {
            findings.error("S003", version, Sentence.of("'version' must be \"2.0\""), "2.0");
        }
    }

    private void unknownKeys(Path path, Set<String> known) {
        if (document.find(path) instanceof Node.ObjectNode object) {
            Locator locator = new Locator(document.tree());
            for (Node.Member member : object.members()) {
                String name = locator.usualName(object, member);
                if (!known.contains(name)) {
                    findings.unknown(path.child(name), name, known);
                }
            }
        }
    }

    private void count(List<StepEntry> entries, Side side) {
        List<StepEntry> found = entries.stream().filter(entry -> entry.is(side)).toList();
        if (found.isEmpty()) {
            findings.error("S010", steps, Sentence.of("There is no {0} step", side.category()));
        } else if (found.size() > 1) {
            findings.error(
                    "S010",
                    found.get(1).path().child("category"),
                    Sentence.of("There is more than one {0}", side.category()));
        }
    }

    private void category(StepEntry entry) {
        unknownKeys(entry.path(), STEP);
        Path category = entry.path().child("category");
        if (!CATEGORIES.contains(entry.category())) {
            String near = Nearest.of(entry.category(), CATEGORIES);
            findings.error("S011", category, Sentence.of("'category' must be reader, writer, map or processor"), near);
        } else if (entry.isPlaceholder()
                && entry.parameter().entries().get("nodes") instanceof ConfigValue.Array nodes
                && !nodes.items().isEmpty()) {
            findings.error(
                    "S011", entry.parameterPath().child("nodes"), Sentence.of("Processor graphs are not supported"));
        } else if (!entry.isPlaceholder() && entry.stepType().isBlank()) {
            findings.error(
                    "S011",
                    entry.path().child("stepType"),
                    Sentence.of("'stepType' is missing: name the system or the kind of step"));
        }
    }

    private void names(List<StepEntry> entries) {
        Set<String> taken = new HashSet<>();
        for (StepEntry entry : entries) {
            Path name = entry.path().child("name");
            if (entry.name().isBlank()) {
                findings.error("S012", name, Sentence.of("Every step needs a 'name'"));
            } else if (!taken.add(entry.name())) {
                findings.error("S012", name, Sentence.of("The name '{0}' is taken by a step above", entry.name()));
            }
        }
    }
}
