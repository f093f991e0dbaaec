/** Workspaces, their members and what each role may do. */
@NullMarked
package io.sluice.workspace;

import org.jspecify.annotations.NullMarked;
