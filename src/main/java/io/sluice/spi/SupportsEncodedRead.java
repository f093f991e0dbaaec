package io.sluice.spi;

import io.sluice.spi.data.RowEncoding;
import java.util.Optional;

/**
 * A reader whose rows can travel in the form its system encodes them. When the writer takes the form
 * ({@link SupportsEncodedWrite}) and no value is to be converted, the engine hands out batches that say
 * {@link io.sluice.spi.data.RowBatch#isEncoded}, and {@link SplitReader#read} appends encoded rows to them; otherwise
 * the reader fills vectors as every other.
 */
public interface SupportsEncodedRead {
    /** The form of this source's rows; empty when its values have to be decoded. Asked after {@link Reader#discover}. */
    Optional<RowEncoding> rowEncoding();
}
