/** Measurements of the packaged product beside native tools; run by {@code ./mvnw verify -Pbench}, never by a plain build. */
@NullMarked
package io.sluice.bench;

import org.jspecify.annotations.NullMarked;
