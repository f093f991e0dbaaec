/** Schemas, logical types and the columnar batches that travel between reader and writer. */
@NullMarked
package io.sluice.spi.data;

import org.jspecify.annotations.NullMarked;
