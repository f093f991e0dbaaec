/** Tests of the engine with connectors made for them. */
@NullMarked
package io.sluice.engine;

import org.jspecify.annotations.NullMarked;
