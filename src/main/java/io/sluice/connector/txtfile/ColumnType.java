package io.sluice.connector.txtfile;

import io.sluice.spi.config.Option;

/** What the text of a field is read as. */
enum ColumnType {
    @Option(label = "Text")
    STRING,
    @Option(label = "Whole number", help = "64 bits.")
    LONG,
    @Option(label = "Floating-point number", help = "Refuses text with more digits than the number can hold.")
    DOUBLE,
    @Option(label = "Decimal number", help = "Keeps every digit.")
    DECIMAL,
    @Option(label = "Truth value", help = "true or false; other words by a format such as Y/N.")
    BOOLEAN,
    @Option(label = "Date or time", help = "yyyy-MM-dd or yyyy-MM-dd HH:mm:ss[.ffffff], or by a format.")
    DATE,
    @Option(label = "Bytes", help = "Hexadecimal after \\x.")
    BYTES
}
