package io.sluice.ui;

import io.sluice.workspace.Member;
import java.util.List;

/** A feature that lets the palette find what it has, on every screen. */
public interface PaletteSource {
    /** What the member may see and do; asked each time the palette opens, in the turn of the screen. */
    List<PaletteEntry> entries(Member member);
}
