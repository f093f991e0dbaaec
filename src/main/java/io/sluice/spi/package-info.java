/** What a connector sees: the contracts of readers and writers. Depends on the JDK and JSpecify only. */
@NullMarked
package io.sluice.spi;

import org.jspecify.annotations.NullMarked;
