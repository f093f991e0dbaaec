@NullMarked
package io.sluice.engine.preview;

import org.jspecify.annotations.NullMarked;
