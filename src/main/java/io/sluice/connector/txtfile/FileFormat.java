package io.sluice.connector.txtfile;

import io.sluice.spi.config.Option;

/** How a record stands in a file. */
enum FileFormat {
    @Option(label = "CSV", help = "Values with delimiters, quotes or line ends stand in quotes.")
    CSV,
    @Option(label = "Text", help = "Values stand as they are; none may hold a delimiter or a line end.")
    TEXT
}
