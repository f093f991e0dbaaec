/** Reads and writes SQLite files. */
@NullMarked
package io.sluice.connector.sqlite;

import org.jspecify.annotations.NullMarked;
