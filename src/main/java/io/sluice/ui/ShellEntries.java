package io.sluice.ui;

import com.vaadin.flow.component.HasElement;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the palette can find: first the actions of the screen in front, then what the features have. */
final class ShellEntries implements CommandPalette.Known {
    private final Supplier<Member> member;
    private final List<PaletteSource> sources;
    private final Supplier<@Nullable HasElement> screen;

    ShellEntries(Supplier<Member> member, List<PaletteSource> sources, Supplier<@Nullable HasElement> screen) {
        this.member = member;
        this.sources = List.copyOf(sources);
        this.screen = screen;
    }

    @Override
    public List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        if (screen.get() instanceof PaletteActions actions) {
            entries.addAll(actions.paletteActions());
        }
        sources.forEach(source -> entries.addAll(source.entries(member.get())));
        return entries;
    }

    @Override
    public List<CompletableFuture<List<PaletteEntry>>> further(String query) {
        return sources.stream()
                .flatMap(source -> source.further(member.get(), query).stream())
                .toList();
    }
}
