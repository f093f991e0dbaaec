package io.sluice.ui;

import io.sluice.workspace.Member;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A feature that lets the palette find what it has, on every screen. */
public interface PaletteSource {
    /** What the member may see and do; asked each time the palette opens, in the turn of the screen. */
    List<PaletteEntry> entries(Member member);

    /**
     * What takes longer to find than a key takes, each answer when it is there; asked when the typing rests. Cancelling
     * an answer breaks its search off.
     */
    default List<CompletableFuture<List<PaletteEntry>>> further(Member member, String query) {
        return List.of();
    }
}
