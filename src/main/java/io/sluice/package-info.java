/** The entry point of the product. */
@NullMarked
package io.sluice;

import org.jspecify.annotations.NullMarked;
