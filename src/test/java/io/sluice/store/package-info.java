/** Tests of this feature's services on every store they run on. */
@NullMarked
package io.sluice.store;

import org.jspecify.annotations.NullMarked;
