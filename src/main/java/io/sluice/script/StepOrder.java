package io.sluice.script;

import io.sluice.script.SyncTask.Step;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the steps between reader and writer in the order of {@code order.hops}. */
final class StepOrder {
    private StepOrder() {}

    /** The order of the script stays when there are no hops or they do not lead over all steps; validation tells then. */
    static List<Step> of(ScriptDocument document, Step reader, List<Step> maps) {
        Map<String, String> next = hops(document);
        Map<String, Step> waiting = new HashMap<>();
        maps.forEach(map -> waiting.put(map.name(), map));
        List<Step> ordered = new ArrayList<>();
        for (String name = next.get(reader.name()); name != null; name = next.get(name)) {
            @Nullable Step step = waiting.remove(name);
            if (step == null) {
                break;
            }
            ordered.add(step);
        }
        return ordered.size() == maps.size() ? ordered : maps;
    }

    private static Map<String, String> hops(ScriptDocument document) {
        Map<String, String> next = new HashMap<>();
        if (document.read(Path.of("order", "hops")).orElse(null) instanceof ConfigValue.Array hops) {
            for (ConfigValue hop : hops.items()) {
                if (hop instanceof ConfigValue.Obj object) {
                    next.putIfAbsent(Findings.text(object, "from"), Findings.text(object, "to"));
                }
            }
        }
        return next;
    }
}
