/** Converts columns from the source's types to those of the target, exactly or not at all. */
@NullMarked
package io.sluice.engine.convert;

import org.jspecify.annotations.NullMarked;
