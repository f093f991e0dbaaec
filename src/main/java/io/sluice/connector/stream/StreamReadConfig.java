package io.sluice.connector.stream;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Range;
import java.util.List;

/** Parameters of the generator. */
record StreamReadConfig(
        @Field(
                label = "Columns",
                help = "What each column holds: a constant value, or random values.",
                example =
                        "[{\"type\": \"long\", \"random\": \"1,1000\"}, {\"type\": \"string\", \"value\": \"hello\"}]")
        List<StreamColumn> column,

        @Field(
                label = "Records",
                help = "Records of each channel; the total is this number times the concurrency.",
                example = "1000")
        @Range(min = 0)
        long sliceRecordCount,

        @Field(
                label = "Seed",
                help = "The same seed makes the same random values again.",
                byDefault = "0",
                advanced = true)
        long seed) {}
