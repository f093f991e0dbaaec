package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;

/** A connector whose data sources older job files write as JDBC URLs. */
public interface SupportsJdbcUrl {
    /**
     * Takes a URL apart into data source settings; the URL itself is never handed to a driver.
     *
     * @return settings without user name and password
     * @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID for another scheme or form, CONN_PROP_DENIED for a
     *     property outside the allow-list
     */
    ConfigValue.Obj fromJdbcUrl(String url);

    /** The URL that an exported DataX job shows for these settings, without secrets. */
    String toJdbcUrl(ConfigValue.Obj settings);
}
