package io.sluice.studio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree.
 *
 * @param parent null above all business flows; a flow stands for its section
 * @param before the child that follows; null, or one that is not there, for the end
 */
public record TreePlace(@Nullable UUID parent, @Nullable UUID before) {}
