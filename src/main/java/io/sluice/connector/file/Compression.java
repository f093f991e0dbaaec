package io.sluice.connector.file;

import io.sluice.spi.config.Option;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How a file is packed. */
public enum Compression {
    @Option(label = "None")
    NONE,
    @Option(label = "gzip")
    GZIP;

    private static final int BUFFER = 64 << 10;

    /** The unpacked bytes of {@code packed}. @throws SluiceException COMPRESSION_BROKEN when it is not packed that way */
    public InputStream unpack(InputStream packed, String name) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> {
                try {
                    yield new GZIPInputStream(packed, BUFFER);
                } catch (ZipException broken) {
                    throw new SluiceException(FileError.COMPRESSION_BROKEN, name + " is not packed with gzip", broken);
                }
            }
        };
    }
}
