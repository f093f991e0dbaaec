/** Compares what a job's source delivers with what its target holds. */
@NullMarked
package io.sluice.engine.verify;

import org.jspecify.annotations.NullMarked;
