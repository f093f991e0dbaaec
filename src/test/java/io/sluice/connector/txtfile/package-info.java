/** Tests of txtfile. */
@NullMarked
package io.sluice.connector.txtfile;

import org.jspecify.annotations.NullMarked;
