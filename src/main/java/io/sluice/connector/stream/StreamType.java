package io.sluice.connector.stream;

import io.sluice.spi.config.Option;

/** Types the generator makes. */
enum StreamType {
    @Option(label = "Text")
    STRING,
    @Option(label = "Whole number", help = "64 bits with sign.")
    LONG,
    @Option(label = "Floating point number", help = "64 bits.")
    DOUBLE,
    @Option(label = "Date and time")
    DATE,
    @Option(label = "True or false")
    BOOL,
    @Option(label = "Bytes", help = "A constant is the UTF-8 form of its text.")
    BYTES
}
