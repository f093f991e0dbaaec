package io.sluice.ui;

import java.util.List;

/** A screen with actions of its own for the palette, such as saving what is open in it. */
public interface PaletteActions {
    /** What can be done right now. */
    List<PaletteEntry> paletteActions();
}
