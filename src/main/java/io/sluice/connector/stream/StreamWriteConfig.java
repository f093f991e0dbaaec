package io.sluice.connector.stream;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Range;

/** Parameters of the sink. */
record StreamWriteConfig(
        @Field(label = "Print", help = "Writes each record to the run's log.", byDefault = "false")
        boolean print,

        @Field(
                label = "Field delimiter",
                help = "Stands between the values of a printed record.",
                byDefault = "\t",
                blankIsValue = true,
                advanced = true)
        String fieldDelimiter,

        @Field(
                label = "Records before a pause",
                help = "Pauses after so many records; 0 never pauses.",
                byDefault = "0",
                advanced = true)
        @Range(min = 0)
        long recordNumBeforeSleep,

        @Field(label = "Pause", help = "Length of a pause in seconds.", byDefault = "0", advanced = true)
        @Range(min = 0, max = 86_400)
        long sleepTime) {}
