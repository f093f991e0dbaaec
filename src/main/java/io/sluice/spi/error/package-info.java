/** Failures with a stable code and a category. */
@NullMarked
package io.sluice.spi.error;

import org.jspecify.annotations.NullMarked;
