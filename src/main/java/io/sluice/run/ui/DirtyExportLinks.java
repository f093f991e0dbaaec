package io.sluice.run.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.sluice.run.DirtyExport;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyService;
import io.sluice.ui.Icon;
import io.sluice.workspace.Member;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Links that load the records that are shown down as files. */
final class DirtyExportLinks extends Div {
    /** What is to be loaded down. */
    record Wanted(@Nullable UUID run, DirtyQuery query) {}

    private final DirtyService dirty;
    private final Member member;
    private final Supplier<Wanted> wanted;

    DirtyExportLinks(DirtyService dirty, Member member, Supplier<Wanted> wanted) {
        this.dirty = dirty;
        this.member = member;
        this.wanted = wanted;
        addClassName("sl-dirty-export");
        add(
                link("dirty-export-csv", getTranslation("dirty.export.csv"), DirtyExport.Format.CSV, "csv"),
                link("dirty-export-json", getTranslation("dirty.export.json"), DirtyExport.Format.JSON_LINES, "jsonl"));
    }

    private Anchor link(String id, String name, DirtyExport.Format format, String ending) {
        Anchor link = new Anchor();
        link.setId(id);
        link.addClassName("sl-dirty-link");
        link.setHref(event -> load(event, format, ending));
        link.add(Icon.DOWNLOAD.create());
        link.add(name);
        return link;
    }

    private void load(DownloadEvent event, DirtyExport.Format format, String ending) throws IOException {
        Wanted now = wanted.get();
        UUID run = now.run();
        if (run == null) {
            return;
        }
        event.setFileName("dirty-records." + ending);
        event.setContentType(format == DirtyExport.Format.CSV ? "text/csv;charset=utf-8" : "application/x-ndjson");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            dirty.export(member, run, now.query(), format, out);
        }
    }
}
