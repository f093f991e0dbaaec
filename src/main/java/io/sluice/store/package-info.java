/** Opens the store of the workbench, an H2 file or a MariaDB database, and brings its tables up to date. */
@NullMarked
package io.sluice.store;

import org.jspecify.annotations.NullMarked;
