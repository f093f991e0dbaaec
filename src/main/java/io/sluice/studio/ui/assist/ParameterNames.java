package io.sluice.studio.ui.assist;

import io.sluice.script.Parameters;
import io.sluice.script.ScriptDocument;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.studio.ui.assist.Suggestions.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameters that a script may use: the usual one, those it has, and the system's own. */
final class ParameterNames {
    private static final String USUAL = "bizdate";

    private ParameterNames() {}

    static List<String> of(ScriptDocument script) {
        Set<String> names = new LinkedHashSet<>(List.of(USUAL));
        names.addAll(Parameters.names(script));
        names.addAll(List.of(Parameters.BIZDATE, Parameters.CYCTIME));
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    static Item item(String name) {
        String use = "${" + name + "}";
        return new Item(Kind.PARAMETER, use, "", "", use, use, false);
    }
}
