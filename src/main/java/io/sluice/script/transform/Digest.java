package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import java.util.List;

/** {@code digest}: replaces a value by the hexadecimal digest of its bytes, those of its UTF-8 text unless it is binary. */
public record Digest(
        @Field(label = "Columns", help = "Names of the columns as they reach the step.", byDefault = "[]")
        @Lookup("columns")
        List<String> name,

        @Field(
                label = "Column numbers",
                help = "Counted from 0; instead of the names.",
                byDefault = "[]",
                advanced = true)
        List<Integer> columnIndex,

        @Field(label = "Algorithm", help = "How the digest is computed.", byDefault = "sha256")
        Algorithm algorithm,

        @Field(label = "Letters", help = "How the digits a to f are written.", byDefault = "lower")
        Letters letters,

        @Field(
                label = "NULL as empty text",
                help = "NULL is treated as empty text, as DataX does; otherwise it stays NULL.",
                byDefault = "false")
        boolean nullAsEmpty)
        implements Transform {
    /** How a digest is computed. */
    public enum Algorithm {
        @Option(label = "MD5", help = "32 digits; not safe against forgery.")
        MD5,
        @Option(label = "SHA-1", help = "40 digits; not safe against forgery.")
        SHA1,
        @Option(label = "SHA-256", help = "64 digits.")
        SHA256
    }

    /** How letters among the digits are written. */
    public enum Letters {
        @Option(label = "Lower case", help = "a to f.")
        LOWER,
        @Option(label = "Upper case", help = "A to F.")
        UPPER
    }

    public Digest {
        ColumnChoice.requireSome(name, columnIndex);
    }
}
