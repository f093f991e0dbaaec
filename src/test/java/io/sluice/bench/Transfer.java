package io.sluice.bench;

import org.jspecify.annotations.Nullable;

/** One line of the table: the same work for us and for a native tool. */
interface Transfer {
    String title();

    /** Rows that {@code channels} channels move. */
    long rows(int channels);

    /** What {@link #nativeCommands} does, for the report. */
    String nativeTool();

    /** The same work without us; null when there is no such thing. */
    @Nullable
    Commands nativeCommands();

    /** The job of our command line. */
    String job(int channels, String writer);

    /** Called before each run. */
    void clear();

    /** What {@link #moved} must say after each run. */
    String expected();

    /** What arrived, as the target's server sees it. */
    String moved();
}
