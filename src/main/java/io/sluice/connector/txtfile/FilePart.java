package io.sluice.connector.txtfile;

import io.sluice.spi.Receipt;

/**
 * A complete part file that waits for its publication.
 *
 * @param worker decides the order of the published names
 * @param firstNumber the number that the first published file gets; see {@link FileNames}
 */
record FilePart(String path, int worker, int firstNumber) implements Receipt {}
