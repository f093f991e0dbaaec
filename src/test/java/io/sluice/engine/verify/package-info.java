/** Tests of the comparison of source and target. */
@NullMarked
package io.sluice.engine.verify;

import org.jspecify.annotations.NullMarked;
