/** Tests of the conversion table. */
@NullMarked
package io.sluice.engine.convert;

import org.jspecify.annotations.NullMarked;
