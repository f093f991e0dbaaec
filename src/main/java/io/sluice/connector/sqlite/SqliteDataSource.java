package io.sluice.connector.sqlite;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** A registered SQLite file. */
public record SqliteDataSource(
        @Field(label = "File", help = "The database file, inside the file roots.", example = "shop.db") @Lookup("files")
        String path) {
    /** The driver would read settings from what follows a question mark. */
    public SqliteDataSource {
        if (path.indexOf('?') >= 0 || path.indexOf('\0') >= 0) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "A database file's name cannot hold '?'");
        }
    }
}
