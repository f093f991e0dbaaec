package io.sluice.connector.txtfile;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Range;
import io.sluice.spi.config.Shorthand;
import org.jspecify.annotations.Nullable;

/** One column that the reader delivers: a field by its position or its name in the header, or a constant. */
record ColumnConfig(
        @Shorthand
        @Field(
                label = "Name",
                help = "Name in the first line, if that is a header, or * for all fields as text.",
                example = "*")
        @Nullable
        String name,

        @Field(label = "Index", help = "Position of the field, from 0.", example = "0")
        @Range(min = 0, max = 100_000)
        @Nullable
        Integer index,

        @Field(label = "Constant", help = "A value that is the same in every row.", blankIsValue = true) @Nullable
        String value,

        @Field(label = "Type", help = "What the text is read as.", byDefault = "string")
        ColumnType type,

        @Field(
                label = "Format",
                help = "Pattern of dates, for example dd/MM/yyyy; words for true and false, for example Y/N.",
                example = "yyyy-MM-dd HH:mm:ss")
        @Nullable
        String format) {
    static final String ALL = "*";

    boolean isAll() {
        return ALL.equals(name);
    }
}
