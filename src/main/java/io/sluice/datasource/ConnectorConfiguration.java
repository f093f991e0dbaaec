package io.sluice.datasource;

import io.sluice.engine.Connectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the connectors of this installation. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
    @Bean
    Connectors connectors() {
        return Connectors.load();
    }
}
