package io.sluice.connector.stream;

import io.sluice.spi.config.Field;
import org.jspecify.annotations.Nullable;

/** One generated column. */
record StreamColumn(
        @Field(label = "Type", byDefault = "string") StreamType type,

        @Field(
                label = "Value",
                help = "A constant for all rows; wins over random values.",
                example = "hello",
                blankIsValue = true)
        @Nullable
        String value,

        @Field(
                label = "Random",
                help = "Two bounds: lengths of text and bytes, values of numbers and dates, weights of false and true.",
                example = "1,100")
        @Nullable
        String random,

        @Field(
                label = "Date format",
                help = "How a date is written, as value or as bounds of random ones.",
                byDefault = "yyyy-MM-dd HH:mm:ss",
                advanced = true)
        String dateFormat,

        @Field(label = "Name", help = "Name of the column; column1, column2 … without one.", advanced = true) @Nullable
        String name) {}
