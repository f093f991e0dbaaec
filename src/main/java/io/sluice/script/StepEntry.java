package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A step as it is written, right or wrong.
 *
 * @param category in small letters; empty when it is missing
 */
record StepEntry(Path path, ConfigValue.Obj object, String category) {
    static final String PROCESSOR = "processor";
    static final String MAP = "map";

    static List<StepEntry> all(ScriptDocument document) {
        List<StepEntry> entries = new ArrayList<>();
        Path steps = Path.of("steps");
        if (document.find(steps) instanceof Node.ArrayNode array) {
            for (int i = 0; i < array.items().size(); i++) {
                if (array.items().get(i).value() instanceof ConfigValue.Obj object) {
                    String category = Findings.text(object, "category").toLowerCase(Locale.ROOT);
                    entries.add(new StepEntry(steps.child(i), object, category));
                }
            }
        }
        return entries;
    }

    boolean is(Side side) {
        return category.equals(side.category());
    }

    boolean isMap() {
        return category.equals(MAP);
    }

    boolean isPlaceholder() {
        return category.equals(PROCESSOR);
    }

    String name() {
        return Findings.text(object, "name");
    }

    String stepType() {
        return Findings.text(object, "stepType");
    }

    ConfigValue.Obj parameter() {
        return object.entries().get("parameter") instanceof ConfigValue.Obj values ? values : ConfigValue.Obj.EMPTY;
    }

    Path parameterPath() {
        return path.child("parameter");
    }
}
