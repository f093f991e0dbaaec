package io.sluice.run;

import org.jspecify.annotations.Nullable;

/**
 * Which dirty records of a run.
 *
 * @param cause those with this cause; null for all
 * @param text those with this text in one of their values, in any case; empty for all
 * @param onlyOpen leaves out those that have arrived
 */
public record DirtyQuery(DirtyCause.@Nullable Key cause, String text, boolean onlyOpen) {
    public static final DirtyQuery ALL = new DirtyQuery(null, "", false);
}
