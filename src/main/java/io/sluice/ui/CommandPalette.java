package io.sluice.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds and does things by a few letters; opened on every screen by Ctrl K. Drawn by frontend/palette.js. */
@Tag("sluice-palette")
@JsModule("context://sluice/palette.js")
final class CommandPalette extends Component {
    private static final int SHORTEST = 2;

    private final Known known;
    private final List<PaletteEntry> entries = new ArrayList<>();
    private final List<CompletableFuture<List<PaletteEntry>>> searching = new ArrayList<>();
    private int atOnce;

    /** What can be found. */
    interface Known {
        /** What is there at once; asked each time the palette opens. */
        List<PaletteEntry> entries();

        /** What has to be looked for. */
        List<CompletableFuture<List<PaletteEntry>>> further(String query);
    }

    CommandPalette(Known known) {
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
        List<PaletteEntry> found = known.entries();
        entries.clear();
        entries.addAll(found);
        atOnce = entries.size();
        return search("");
    }

    @ClientCallable
    String search(String query) {
        breakOff();
        entries.subList(atOnce, entries.size()).clear();
        return json(new PaletteSearch(entries).find(query));
    }

    /** Looks for more of what {@link #search} found; each answer is given to the browser when it is there. */
    @ClientCallable
    void further(String query) {
        breakOff();
        UI screen = UI.getCurrent();
        if (query.strip().length() >= SHORTEST) {
            searching.addAll(known.further(query.strip()));
            searching.forEach(answer -> answer.thenAccept(found -> screen.access(() -> add(answer, query, found))));
        }
    }

    private void add(CompletableFuture<List<PaletteEntry>> answer, String query, List<PaletteEntry> found) {
        if (searching.remove(answer) && !found.isEmpty()) {
            int first = entries.size();
            entries.addAll(found);
            List<PaletteSearch.Found> finds = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                List<Integer> marks = LetterMatch.of(query.strip(), found.get(i).name())
                        .map(LetterMatch::places)
                        .orElse(List.of());
                finds.add(new PaletteSearch.Found(first + i, 0, marks));
            }
            getElement().callJsFunction("add", query, json(finds));
        }
    }

    @ClientCallable
    void closed() {
        breakOff();
    }

    private void breakOff() {
        List<CompletableFuture<List<PaletteEntry>>> stale = List.copyOf(searching);
        searching.clear();
        stale.forEach(answer -> answer.cancel(false));
    }

    @ClientCallable
    void choose(int entry) {
        if (entry >= 0 && entry < entries.size()) {
            entries.get(entry).action().run();
        }
    }

    private String json(List<PaletteSearch.Found> finds) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (PaletteSearch.Found found : finds) {
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

    private static String key(PaletteEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
