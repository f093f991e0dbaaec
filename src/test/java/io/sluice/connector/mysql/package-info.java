/** Tests of the MySQL and MariaDB connector against a real server. */
@NullMarked
package io.sluice.connector.mysql;

import org.jspecify.annotations.NullMarked;
