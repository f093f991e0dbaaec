package io.sluice.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database, ready for exact reading or writing. */
public interface Sessions {
    /** A connection whose session settings make every value readable without loss. */
    Connection reading() throws SQLException;

    /** A connection that is strict about values and does not commit by itself. */
    Connection writing() throws SQLException;
}
