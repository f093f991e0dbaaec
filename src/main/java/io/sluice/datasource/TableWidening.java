package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.engine.Connectors;
import io.sluice.spi.ColumnWidening;
import io.sluice.spi.Connector;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.workspace.Member;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
        return CompletableFuture.supplyAsync(() -> look(member, target, wish), THREADS);
    }

    private Answer<ColumnWidening> look(Member member, Target target, SupportsWidening.Wish wish) {
        return source.work(
                member,
                target.dataSource(),
                SupportsWidening.class,
                (connector, settings, files) ->
                        connector.widening(settings, files, target.table(), target.column(), wish));
    }

    /**
     * Runs a statement in the background. The member must be one who may write tasks.
     *
     * @param wish what the statement is for
     */
    public ColumnChange widen(Member member, Target target, SupportsWidening.Wish wish, String sql) {
        trail.requireEdit(member);
        ColumnChange change = new ColumnChange();
        atWork.add(change);
        THREADS.execute(() -> {
            try {
                ColumnChange.Outcome outcome = widened(member, target, wish, sql, change);
                note(member, target, outcome);
                change.end(outcome);
            } finally {
                change.end(new ColumnChange.Outcome.Failed(CommonError.INTERNAL_ERROR.advice()));
                atWork.remove(change);
            }
        });
        return change;
    }

    private ColumnChange.Outcome widened(
            Member member, Target target, SupportsWidening.Wish wish, String sql, ColumnChange change) {
        AtomicBoolean lost = new AtomicBoolean();
        Answer<ColumnChange.Outcome> answer =
                source.work(member, target.dataSource(), SupportsWidening.class, (connector, settings, files) -> {
                    FutureTask<Boolean> statement = new FutureTask<>(() -> {
                        connector.widen(settings, files, sql, change);
                        return true;
                    });
                    statement.run();
                    if (statement.state() == Future.State.SUCCESS) {
                        return new ColumnChange.Outcome.Done();
                    } else if (!(statement.exceptionNow() instanceof Exception failure)) {
                        throw new IllegalStateException(statement.exceptionNow());
                    } else if (code(connector, failure) == CommonError.CANCELLED) {
                        return new ColumnChange.Outcome.Stopped();
                    } else {
                        lost.set(code(connector, failure) == CommonError.CONNECTION_LOST);
                        throw failure;
                    }
                });
        return switch (answer) {
            case Answer.Known<ColumnChange.Outcome> known -> known.value();
            case Answer.Unknown<ColumnChange.Outcome>(String reason) ->
                lost.get()
                        ? new ColumnChange.Outcome.Lost(reason, since(member, target, wish))
                        : new ColumnChange.Outcome.Failed(reason);
        };
    }

    private static ErrorCode code(SupportsWidening connector, Exception failure) {
        return connector instanceof Connector whole ? whole.classify(failure) : CommonError.INTERNAL_ERROR;
    }

    /** Looks once more, over a connection of its own: the server may have done it before the connection was lost. */
    private ColumnChange.Since since(Member member, Target target, SupportsWidening.Wish wish) {
        return switch (look(member, target, wish)) {
            case Answer.Known<ColumnWidening> known ->
                switch (known.value()) {
                    case ColumnWidening.Enough enough -> new ColumnChange.Since.Widened(enough.type());
                    case ColumnWidening.Change still -> new ColumnChange.Since.NotWidened(still.before());
                    case ColumnWidening.Impossible still -> new ColumnChange.Since.NotWidened(still.type());
                };
            case Answer.Unknown<ColumnWidening> unknown -> new ColumnChange.Since.Unknown(unknown.reason());
        };
    }

    /** What a server has changed is told to the trail, and nobody is shown the column as it was. */
    private void note(Member member, Target target, ColumnChange.Outcome outcome) {
        boolean wider = outcome instanceof ColumnChange.Outcome.Done
                || outcome instanceof ColumnChange.Outcome.Lost lost
                        && lost.since() instanceof ColumnChange.Since.Widened;
        if (wider) {
            trail.columnWidened(member, target);
            catalog.refresh(member, target.dataSource());
        }
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
