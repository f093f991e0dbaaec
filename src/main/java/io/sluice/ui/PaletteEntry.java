package io.sluice.ui;

/**
 * Something the palette finds.
 *
 * @param name what is searched for first
 * @param detail what tells it from others of that name; searched as well
 * @param key the keys that do the same; empty when there are none
 * @param action what choosing it does, in the turn of the screen
 */
public record PaletteEntry(Kind kind, String name, String detail, String key, Runnable action) {
    /** What it is, in the order in which equally good finds are listed. */
    public enum Kind {
        ACTION(Icon.BOLT),
        TASK(Icon.TASK),
        DATA_SOURCE(Icon.DATABASE),
        TABLE(Icon.TEMPLATE),
        RUN(Icon.PLAY),
        VIEW(Icon.ARROW_RIGHT);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }

        Icon icon() {
            return icon;
        }
    }

    public PaletteEntry(Kind kind, String name, String detail, Runnable action) {
        this(kind, name, detail, "", action);
    }
}
