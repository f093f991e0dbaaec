package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.engine.Connectors;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.SupportsWidening;
import io.sluice.workspace.Member;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Service;

/** Proposes how columns of tables are made wider, and makes them so. */
@Service
public class TableWidening {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("table-widening").start(task);

    private final RevealedSource source;
    private final DataSourceTrail trail;
    private final LiveCatalog catalog;
    private final Connectors connectors;

    TableWidening(RevealedSource source, DataSourceTrail trail, LiveCatalog catalog, Systems systems) {
        this.source = source;
        this.trail = trail;
        this.catalog = catalog;
        this.connectors = systems.connectors();
    }

    /** A column of a table in a data source, named as scripts name them. */
    public record Target(String dataSource, String table, String column) {}

    /** Whether columns of a type of system can be made wider here. */
    public boolean possible(String type) {
        return connectors.find(type).filter(SupportsWidening.class::isInstance).isPresent();
    }

    /** Looks at the column in the background. The future never completes exceptionally. */
    public CompletableFuture<Answer<ColumnWidening>> propose(Member member, Target target, SupportsWidening.Wish wish) {
        trail.requireEdit(member);
        return CompletableFuture.supplyAsync(
                () -> source.work(
                        member,
                        target.dataSource(),
                        SupportsWidening.class,
                        (connector, settings, files) ->
                                connector.widening(settings, files, target.table(), target.column(), wish)),
                THREADS);
    }

    /**
     * Runs a statement in the background. The member must be one who may write tasks; the future never completes
     * exceptionally.
     */
    public CompletableFuture<Answer<String>> widen(Member member, Target target, String sql) {
        trail.requireEdit(member);
        return CompletableFuture.supplyAsync(() -> widened(member, target, sql), THREADS);
    }

    private Answer<String> widened(Member member, Target target, String sql) {
        Answer<String> outcome =
                source.work(member, target.dataSource(), SupportsWidening.class, (connector, settings, files) -> {
                    connector.widen(settings, files, sql);
                    return target.column();
                });
        if (outcome instanceof Answer.Known<String>) {
            trail.columnWidened(member, target);
            catalog.refresh(member, target.dataSource());
        }
        return outcome;
    }
}
