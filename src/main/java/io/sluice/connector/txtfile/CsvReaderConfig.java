package io.sluice.connector.txtfile;

import io.sluice.spi.config.Field;

/** Switches of the CSV parser. */
record CsvReaderConfig(
        @Field(label = "Limit fields", help = "Refuses fields of more than 100,000 characters.", byDefault = "false")
        boolean safetySwitch,

        @Field(
                label = "Skip empty lines",
                help = "Otherwise an empty line is a record with one empty field.",
                byDefault = "false")
        boolean skipEmptyRecords,

        @Field(
                label = "Quotes have a meaning",
                help = "Otherwise a quote is a character like others.",
                byDefault = "true")
        boolean useTextQualifier) {}
