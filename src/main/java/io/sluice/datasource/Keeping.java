package io.sluice.datasource;

import org.springframework.stereotype.Component;

/** Where a data source is kept: its plain settings here, its secrets there. */
@Component
record Keeping(DataSourceRepository sources, SecretVault vault) {}
