package io.sluice.datasource.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.datasource.LiveCatalog;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.ui.PaletteEntry;
import io.sluice.ui.PaletteEntry.Kind;
import io.sluice.ui.PaletteSource;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the palette find every data source of the workspace, and make a new one. */
@Component
@Order(2)
final class SourcePalette implements PaletteSource {
    private static final int MOST_TABLES = 8;

    private final DataSourceService sources;
    private final LiveCatalog catalog;

    SourcePalette(DataSourceService sources, LiveCatalog catalog) {
        this.sources = sources;
        this.catalog = catalog;
    }

    @Override
    public List<PaletteEntry> entries(Member member) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (DataSource source : sources.list(member)) {
            entries.add(new PaletteEntry(
                    Kind.DATA_SOURCE,
                    source.name(),
                    source.type(),
                    () -> open(source.id().toString())));
        }
        if (member.role().mayAdminister()) {
            entries.add(new PaletteEntry(Kind.ACTION, translate("palette.new-data-source"), "", this::create));
        }
        return entries;
    }

    @Override
    public List<CompletableFuture<List<PaletteEntry>>> further(Member member, String query) {
        return member.role().mayRun()
                ? sources.list(member).stream()
                        .map(source -> tables(member, source, query))
                        .toList()
                : List.of();
    }

    /** Cancelling the answer cancels the question behind it too, so that the data source is left in peace. */
    private CompletableFuture<List<PaletteEntry>> tables(Member member, DataSource source, String query) {
        CompletableFuture<LiveCatalog.Answer<TableList>> asked =
                catalog.tables(member, source.name(), new TableQuery("", query, MOST_TABLES));
        CompletableFuture<List<PaletteEntry>> found = asked.thenApply(answer -> entries(source, answer));
        found.whenComplete((entries, cancelled) -> {
            if (found.isCancelled()) {
                asked.cancel(false);
            }
        });
        return found;
    }

    private static List<PaletteEntry> entries(DataSource source, LiveCatalog.Answer<TableList> answer) {
        return switch (answer) {
            case LiveCatalog.Answer.Known<TableList> known ->
                known.value().tables().stream()
                        .map(table -> new PaletteEntry(
                                Kind.TABLE,
                                table.name(),
                                source.name(),
                                () -> open(source.id().toString())))
                        .toList();
            case LiveCatalog.Answer.Unknown<TableList> ignored -> List.of();
        };
    }

    private static void open(String id) {
        UI.getCurrent().navigate(DataSourcesView.class, new RouteParameters("id", id));
    }

    private void create() {
        new TypeGallery(sources.types(), type -> UI.getCurrent().navigate("data-sources/new/" + type.id())).open();
    }
}
