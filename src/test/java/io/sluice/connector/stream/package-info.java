/** Tests of stream. */
@NullMarked
package io.sluice.connector.stream;

import org.jspecify.annotations.NullMarked;
