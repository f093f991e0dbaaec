package io.sluice.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds and does things by a few letters; opened on every screen by Ctrl K. Drawn by frontend/palette.js. */
@Tag("sluice-palette")
@JsModule("context://sluice/palette.js")
final class CommandPalette extends Component {
    private final Supplier<List<PaletteEntry>> known;
    private List<PaletteEntry> entries = List.of();

    /** @param known what can be found; asked each time the palette opens */
    CommandPalette(Supplier<List<PaletteEntry>> known) {
        this.known = known;
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("name", getTranslation("palette.name"));
        labels.put("hint", getTranslation("palette.hint"));
        labels.put("none", getTranslation("palette.none"));
        labels.put("keys", getTranslation("palette.keys"));
        getElement().callJsFunction("setLabels", labels);
    }

    @ClientCallable
    String opened() {
        entries = List.copyOf(known.get());
        return search("");
    }

    @ClientCallable
    String search(String query) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (PaletteSearch.Found found : new PaletteSearch(entries).find(query)) {
            PaletteEntry entry = entries.get(found.entry());
            ObjectNode line = list.addObject()
                    .put("entry", found.entry())
                    .put("icon", entry.kind().icon().cssClass())
                    .put("kind", getTranslation("palette.kind." + key(entry.kind())))
                    .put("name", entry.name())
                    .put("detail", entry.detail())
                    .put("key", entry.key());
            ArrayNode marks = line.putArray("marks");
            found.marks().forEach(marks::add);
        }
        return list.toString();
    }

    @ClientCallable
    void choose(int entry) {
        if (entry >= 0 && entry < entries.size()) {
            entries.get(entry).action().run();
        }
    }

    private static String key(PaletteEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
