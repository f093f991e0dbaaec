/** Plans a run, moves batches from the reader to the writer, and counts. */
@NullMarked
package io.sluice.engine;

import org.jspecify.annotations.NullMarked;
