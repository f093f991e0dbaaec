/** Business flows, folders and tasks: the tree of a workspace and the texts in it. */
@NullMarked
package io.sluice.studio;

import org.jspecify.annotations.NullMarked;
