/** Tests of this feature's services on every store they run on. */
@NullMarked
package io.sluice.datasource;

import org.jspecify.annotations.NullMarked;
