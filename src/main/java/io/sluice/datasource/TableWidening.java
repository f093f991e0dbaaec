package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.engine.Connectors;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.workspace.Member;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Proposes how columns of tables are made wider, and makes them so. */
@Service
public class TableWidening {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("table-widening").start(task);

    private static final int PATIENCE_SECONDS = 3;

    private final Set<ColumnChange> atWork = ConcurrentHashMap.newKeySet();
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

    /** Runs a statement in the background. The member must be one who may write tasks. */
    public ColumnChange widen(Member member, Target target, String sql) {
        trail.requireEdit(member);
        ColumnChange change = new ColumnChange();
        atWork.add(change);
        THREADS.execute(() -> {
            try {
                change.end(widened(member, target, sql, change));
            } finally {
                change.end(new ColumnChange.Outcome.Failed(CommonError.INTERNAL_ERROR.advice()));
                atWork.remove(change);
            }
        });
        return change;
    }

    private ColumnChange.Outcome widened(Member member, Target target, String sql, ColumnChange change) {
        Answer<ColumnChange.Outcome> answer =
                source.work(member, target.dataSource(), SupportsWidening.class, (connector, settings, files) -> {
                    try {
                        connector.widen(settings, files, sql, change);
                        return new ColumnChange.Outcome.Done();
                    } catch (SluiceException failure) {
                        if (failure.code() == CommonError.CANCELLED) {
                            return new ColumnChange.Outcome.Stopped();
                        }
                        throw failure;
                    }
                });
        ColumnChange.Outcome outcome = switch (answer) {
            case Answer.Known<ColumnChange.Outcome> known -> known.value();
            case Answer.Unknown<ColumnChange.Outcome> unknown -> new ColumnChange.Outcome.Failed(unknown.reason());
        };
        if (outcome instanceof ColumnChange.Outcome.Done) {
            trail.columnWidened(member, target);
            catalog.refresh(member, target.dataSource());
        }
        return outcome;
    }

    /** A server may go on with a statement whose client is gone; nobody would hear of its end. */
    @PreDestroy
    void stopAll() {
        atWork.forEach(ColumnChange::stop);
        CompletableFuture.allOf(atWork.stream().map(ColumnChange::outcome).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
