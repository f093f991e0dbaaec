package io.sluice.connector.txtfile;

import io.sluice.connector.file.Compression;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.List;

/** Parameters of the reader; names as in DataX. */
record TxtFileReadConfig(
        @Field(
                label = "Path",
                help = "A file, a folder, or a pattern with * and ?; several are read as one.",
                example = "orders/*.csv")
        @Lookup("files")
        List<String> path,

        @Field(
                label = "Columns",
                help = "Fields by index or name, constants, or * for all fields as text.",
                byDefault = "*")
        List<ColumnConfig> column,

        @Field(label = "File format", byDefault = "csv") FileFormat fileFormat,

        @Field(label = "Field delimiter", help = "One character; in text files it may be several.", byDefault = ",")
        String fieldDelimiter,

        @Field(label = "Line delimiter", help = "In text files.", byDefault = "\n", advanced = true)
        String lineDelimiter,

        @Field(label = "Encoding", help = "Character set of the file.", byDefault = "UTF-8", example = "GBK")
        String encoding,

        @Field(
                label = "NULL is written as",
                help = "Unquoted text that means NULL; leave it empty when an empty field means NULL.",
                byDefault = "\\N",
                blankIsValue = true)
        String nullFormat,

        @Field(label = "Compression", byDefault = "none") Compression compress,

        @Field(label = "First line is a header", byDefault = "false")
        boolean skipHeader,

        @Field(label = "CSV parser", byDefault = "{}", advanced = true)
        CsvReaderConfig csvReaderConfig) {
    TxtFileReadConfig {
        path = List.copyOf(path);
        column = List.copyOf(column);
    }
}
