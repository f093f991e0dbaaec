package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.engine.Connectors;
import io.sluice.spi.Connector;
import io.sluice.spi.SupportsTableCreation;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import io.sluice.workspace.Member;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Service;

/** Proposes tables for rows of another system, and creates them in a data source. */
@Service
public class TableCreation {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("table-creation").start(task);

    private final RevealedSource source;
    private final DataSourceTrail trail;
    private final Connectors connectors;
    private final LiveCatalog catalog;
    private final Clock clock;

    TableCreation(RevealedSource source, DataSourceTrail trail, LiveCatalog catalog, Systems systems) {
        this.source = source;
        this.trail = trail;
        this.catalog = catalog;
        this.connectors = systems.connectors();
        this.clock = systems.clock();
    }

    /** Whether tables can be made in data sources of a type. */
    public boolean possible(String type) {
        return connectors
                .find(type)
                .filter(SupportsTableCreation.class::isInstance)
                .isPresent();
    }

    /** A table of a type of system for a source's columns; no connection is made. */
    public Answer<TableDefinition> propose(
            String type, Schema source, String table, TableDefinition.Instants instants) {
        Connector connector = connectors.find(type).orElse(null);
        if (!(connector instanceof SupportsTableCreation maker)) {
            return new Answer.Unknown<>("Tables of type " + type + " cannot be created here.");
        }
        try {
            return new Answer.Known<>(maker.propose(source, table, instants), clock.instant());
        } catch (SluiceException objection) {
            return new Answer.Unknown<>(String.valueOf(objection.getMessage()));
        }
    }

    /**
     * Runs the statements of a definition in the background. The member must be one who may write tasks; the future
     * never completes exceptionally.
     *
     * @param table for the audit trail
     */
    public CompletableFuture<Answer<String>> create(Member member, String dataSource, String table, String sql) {
        trail.requireEdit(member);
        return CompletableFuture.supplyAsync(() -> created(member, dataSource, table, sql), THREADS);
    }

    private Answer<String> created(Member member, String dataSource, String table, String sql) {
        Answer<String> outcome =
                source.work(member, dataSource, SupportsTableCreation.class, (connector, settings, files) -> {
                    connector.create(settings, files, sql);
                    return table;
                });
        if (outcome instanceof Answer.Known<String>) {
            trail.tableCreated(member, dataSource, table);
            catalog.refresh(member, dataSource);
        }
        return outcome;
    }
}
