package io.sluice.datasource.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.ui.PaletteEntry;
import io.sluice.ui.PaletteEntry.Kind;
import io.sluice.ui.PaletteSource;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the palette find every data source of the workspace, and make a new one. */
@Component
@Order(2)
final class SourcePalette implements PaletteSource {
    private final DataSourceService sources;

    SourcePalette(DataSourceService sources) {
        this.sources = sources;
    }

    @Override
    public List<PaletteEntry> entries(Member member) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (DataSource source : sources.list(member)) {
            entries.add(new PaletteEntry(
                    Kind.DATA_SOURCE, source.name(), source.type(), () -> open(source.id().toString())));
        }
        if (member.role().mayAdminister()) {
            entries.add(new PaletteEntry(Kind.ACTION, translate("palette.new-data-source"), "", this::create));
        }
        return entries;
    }

    private static void open(String id) {
        UI.getCurrent().navigate(DataSourcesView.class, new RouteParameters("id", id));
    }

    private void create() {
        new TypeGallery(sources.types(), type -> UI.getCurrent()
                        .navigate("data-sources/new/" + type.id()))
                .open();
    }
}
