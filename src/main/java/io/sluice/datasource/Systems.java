package io.sluice.datasource;

import io.sluice.engine.Connectors;
import io.sluice.spi.FileAccess;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What reaches other systems from here. */
@Component
record Systems(Connectors connectors, FileAccess files, Clock clock) {}
