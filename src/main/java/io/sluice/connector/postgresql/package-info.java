/** Reads and writes PostgreSQL. */
@NullMarked
package io.sluice.connector.postgresql;

import org.jspecify.annotations.NullMarked;
