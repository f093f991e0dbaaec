/** Tests of the SQLite connector on real files. */
@NullMarked
package io.sluice.connector.sqlite;

import org.jspecify.annotations.NullMarked;
