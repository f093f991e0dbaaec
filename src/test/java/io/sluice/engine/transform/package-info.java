@NullMarked
package io.sluice.engine.transform;

import org.jspecify.annotations.NullMarked;
