/** Reads and writes MySQL and MariaDB with the MariaDB client. */
@NullMarked
package io.sluice.connector.mysql;

import org.jspecify.annotations.NullMarked;
