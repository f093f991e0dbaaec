/** Reads and writes CSV and plain text files of the local file system. */
@NullMarked
package io.sluice.connector.txtfile;

import org.jspecify.annotations.NullMarked;
