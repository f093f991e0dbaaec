package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that {@code order.hops} is one path from the reader over all steps to the writer. */
final class OrderCheck {
    private static final Path HOPS = Path.of("order", "hops");

    private final ScriptDocument document;
    private final Findings findings;

    OrderCheck(ScriptDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    void run() {
        Optional<ConfigValue> hops = document.read(HOPS);
        if (hops.isEmpty() || hops.get() instanceof ConfigValue.Null) {
            return;
        }
        if (!(hops.get() instanceof ConfigValue.Array array)) {
            findings.error("S013", HOPS, Sentence.of("'hops' must be a list of {\"from\": …, \"to\": …}"));
        } else if (!array.items().isEmpty() && namesExist(array)) {
            path(array);
        }
    }

    private boolean namesExist(ConfigValue.Array hops) {
        Set<String> names = new HashSet<>();
        StepEntry.all(document).forEach(entry -> names.add(entry.name()));
        boolean exist = true;
        for (int i = 0; i < hops.items().size(); i++) {
            for (String end : List.of("from", "to")) {
                Path path = HOPS.child(i).child(end);
                String name = document.read(path).map(ConfigValue::toString).orElse("");
                if (!names.contains(name)) {
                    findings.error("S013", path, Sentence.of("There is no step named '{0}'", name));
                    exist = false;
                }
            }
        }
        return exist;
    }

    private void path(ConfigValue.Array hops) {
        Map<String, String> next = new LinkedHashMap<>();
        for (int i = 0; i < hops.items().size(); i++) {
            ConfigValue.Obj hop =
                    hops.items().get(i) instanceof ConfigValue.Obj object ? object : ConfigValue.Obj.EMPTY;
            if (next.put(Findings.text(hop, "from"), Findings.text(hop, "to")) != null) {
                findings.error(
                        "S013", HOPS.child(i), Sentence.of("Two hops start at '{0}'", Findings.text(hop, "from")));
                return;
            }
        }
        List<StepEntry> entries = StepEntry.all(document);
        Set<String> unvisited = new HashSet<>();
        entries.stream().filter(entry -> !entry.isPlaceholder()).forEach(entry -> unvisited.add(entry.name()));
        @Nullable String name = first(entries, Side.READER);
        String last = "";
        int steps = 0;
        while (name != null && steps++ <= next.size()) {
            unvisited.remove(name);
            last = name;
            name = next.get(name);
        }
        if (!unvisited.isEmpty() || !last.equals(first(entries, Side.WRITER)) || steps != next.size() + 1) {
            findings.error(
                    "S013",
                    HOPS,
                    Sentence.of("The hops must lead from the reader over every step to the writer, once"));
        }
    }

    private static @Nullable String first(List<StepEntry> entries, Side side) {
        return entries.stream()
                .filter(entry -> entry.is(side))
                .map(StepEntry::name)
                .findFirst()
                .orElse(null);
    }
}
