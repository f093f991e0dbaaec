/** Typed configuration records and the one description that forms, schemas and binders read. */
@NullMarked
package io.sluice.spi.config;

import org.jspecify.annotations.NullMarked;
