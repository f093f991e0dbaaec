package io.sluice.connector.txtfile;

import io.sluice.connector.file.Compression;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of the writer; names as in DataX. */
record TxtFileWriteConfig(
        @Field(label = "Folder", help = "Created when it is missing.", example = "exports") @Lookup("files")
        String path,

        @Field(
                label = "File name",
                help = "With several channels further files get __1, __2 and so on before the extension.",
                example = "orders.csv")
        String fileName,

        @Field(label = "Existing files", byDefault = "truncate")
        WriteMode writeMode,

        @Field(label = "File format", byDefault = "csv") FileFormat fileFormat,

        @Field(label = "Field delimiter", help = "One character; in text files it may be several.", byDefault = ",")
        String fieldDelimiter,

        @Field(label = "Line delimiter", help = "In text files.", byDefault = "\n", advanced = true)
        String lineDelimiter,

        @Field(label = "Encoding", help = "Character set of the file.", byDefault = "UTF-8", example = "GBK")
        String encoding,

        @Field(
                label = "NULL is written as",
                help = "Unquoted text that means NULL; may be empty.",
                byDefault = "\\N",
                blankIsValue = true)
        String nullFormat,

        @Field(
                label = "Date format",
                help = "Pattern of dates and times; without one ISO dates and all digits of the fraction.",
                example = "yyyy-MM-dd HH:mm:ss",
                advanced = true)
        @Nullable
        String dateFormat,

        @Field(label = "Compression", byDefault = "none") Compression compress,

        @Field(label = "Header", help = "Names in the first line of each file.", byDefault = "[]")
        List<String> header) {
    TxtFileWriteConfig {
        header = List.copyOf(header);
    }

    /** The same files, beside those that are there. */
    TxtFileWriteConfig appending() {
        return new TxtFileWriteConfig(
                path,
                fileName,
                WriteMode.APPEND,
                fileFormat,
                fieldDelimiter,
                lineDelimiter,
                encoding,
                nullFormat,
                dateFormat,
                compress,
                header);
    }
}
