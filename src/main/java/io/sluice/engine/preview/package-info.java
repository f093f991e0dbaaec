/** Looks at the first rows of a task as a run would read, change and convert them, without writing anything. */
@NullMarked
package io.sluice.engine.preview;

import org.jspecify.annotations.NullMarked;
