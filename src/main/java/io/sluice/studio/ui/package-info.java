/** Data Studio on the screen: the tree of tasks, their tabs, the script editor and the dock. */
@NullMarked
package io.sluice.studio.ui;

import org.jspecify.annotations.NullMarked;
