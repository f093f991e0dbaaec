package io.sluice.datasource;

import io.sluice.engine.Connectors;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Connector;
import io.sluice.spi.Discovery;
import io.sluice.spi.Discovery.Filtered;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.FileAccess;
import io.sluice.spi.SupportsDiscovery;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks data sources through their connectors. The store is read on threads that nobody interrupts. */
@Service
class DataSourceCatalog implements LiveCatalog {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("live-catalog").start(task);
    private static final int MOST_TABLES = 500;
    private static final String REFUSED = "Your role may not look into data sources. Ask an administrator for another.";

    private final DataSourceService sources;
    private final Connectors connectors;
    private final FileAccess files;
    private final LookUps lookUps;
    private final Clock clock;

    DataSourceCatalog(
            DataSourceService sources, Connectors connectors, FileAccess files, LookUps lookUps, Clock clock) {
        this.sources = sources;
        this.connectors = connectors;
        this.files = files;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /** What a data source is asked. */
    private sealed interface Topic {
        record Schemas() implements Topic {}

        record Tables(TableQuery query) implements Topic {}

        record Table(String name) implements Topic {}

        record Columns(String table, Side side) implements Topic {}

        record Query(String statement) implements Topic {}

        record Filter(String table, String condition) implements Topic {}

        record Fields(String stepType, ConfigValue.Obj parameter) implements Topic {}
    }

    /** @param source name of the data source; empty for a step that has none */
    private record Key(
            UUID workspace, String source, @Nullable UUID id, long revision, Topic topic) {}

    /** Finds something in one data source. */
    @FunctionalInterface
    private interface Looking<T> {
        T in(Discovery discovery) throws Exception;
    }

    /**
     * A question to a data source.
     *
     * @param connectorId what the data source must be; empty for anything
     */
    private record Ask<T>(Member member, String source, String connectorId, Topic topic, Looking<T> looking) {}

    @Override
    public CompletableFuture<Answer<List<String>>> schemas(Member member, String dataSource) {
        return ask(new Ask<>(member, dataSource, "", new Topic.Schemas(), Discovery::schemas));
    }

    @Override
    public CompletableFuture<Answer<TableList>> tables(Member member, String dataSource, TableQuery query) {
        TableQuery bounded =
                new TableQuery(query.schema(), query.contains(), Math.clamp(query.limit(), 1, MOST_TABLES));
        return ask(new Ask<>(member, dataSource, "", new Topic.Tables(bounded), asked -> asked.tables(bounded)));
    }

    @Override
    public CompletableFuture<Answer<TableDescription>> table(Member member, String dataSource, String table) {
        return ask(new Ask<>(member, dataSource, "", new Topic.Table(table), asked -> described(asked, table)));
    }

    private static TableDescription described(Discovery discovery, String table) throws Exception {
        return discovery
                .table(table)
                .orElseThrow(() -> new SluiceException(
                        CommonError.PARAMETER_INVALID, "The table " + table + " does not exist or may not be seen"));
    }

    @Override
    public CompletableFuture<Answer<List<Column>>> columns(Member member, SyncTask.Step step, Side side) {
        Connector connector = connectors.find(step.stepType()).orElse(null);
        if (connector == null) {
            return told("There is no connector '" + step.stepType() + "'.");
        }
        if (connector instanceof SupportsDiscovery) {
            return ofDatabase(member, connector.id(), StepSource.of(step), side);
        }
        return switch (side) {
            case READER -> fields(member, connector, step);
            case WRITER -> CompletableFuture.completedFuture(new Answer.Known<>(List.of(), clock.instant()));
        };
    }

    private CompletableFuture<Answer<List<Column>>> ofDatabase(
            Member member, String connectorId, StepSource source, Side side) {
        String name = source.dataSource();
        if (name.isEmpty()) {
            return told("The step names no data source yet.");
        }
        if (side == Side.READER && !source.query().isEmpty()) {
            String query = source.query();
            return ask(new Ask<>(member, name, connectorId, new Topic.Query(query), asked -> asked.query(query)));
        }
        if (source.table().isEmpty()) {
            return told("The step names no table yet.");
        }
        String table = source.table();
        return ask(new Ask<>(member, name, connectorId, new Topic.Columns(table, side), asked -> {
            TableDescription found = described(asked, table);
            return side == Side.READER ? found.columns() : writable(found);
        }));
    }

    private static List<Column> writable(TableDescription table) {
        return table.columns().stream()
                .filter(column -> !table.computed().contains(column.name()))
                .toList();
    }

    @Override
    public CompletableFuture<Answer<Filtered>> filtered(
            Member member, String dataSource, String table, String condition) {
        Topic topic = new Topic.Filter(table, condition);
        return ask(new Ask<>(member, dataSource, "", topic, asked -> asked.filtered(table, condition)));
    }

    private CompletableFuture<Answer<List<Column>>> fields(Member member, Connector connector, SyncTask.Step step) {
        if (!member.role().mayRun()) {
            return told(REFUSED);
        }
        Key key = new Key(member.workspaceId(), "", null, 0, new Topic.Fields(connector.id(), step.parameter()));
        CompletableFuture<Answer<List<Column>>> asked = new CompletableFuture<>();
        LookUps.Look<List<Column>> look = stop ->
                LookOutcome.of(step.name(), connector, List.of(), clock, () -> StepFields.of(connector, step, files));
        LookUps.Question<List<Column>> question = new LookUps.Question<>(key, member.userId(), late(step.name()), look);
        CompletableFuture.runAsync(() -> sources.requireLook(member), THREADS).whenComplete((allowed, failure) -> {
            if (failure == null) {
                lookUps.ask(question, asked);
            } else {
                asked.complete(unread(step.name(), failure));
            }
        });
        return asked;
    }

    /** Who may edit may run, too. What a screen believes of its member's role is enough to refuse, not to allow. */
    private <T> CompletableFuture<Answer<T>> ask(Ask<T> ask) {
        if (!ask.member().role().mayRun()) {
            return told(REFUSED);
        }
        CompletableFuture<Answer<T>> asked = new CompletableFuture<>();
        CompletableFuture.supplyAsync(() -> found(ask), THREADS).whenComplete((found, failure) -> {
            if (failure == null) {
                begin(ask, found, asked);
            } else {
                asked.complete(unread(ask.source(), failure));
            }
        });
        return asked;
    }

    private Optional<DataSource> found(Ask<?> ask) {
        sources.requireLook(ask.member());
        return sources.findByName(ask.member(), ask.source());
    }

    private static <T> Answer<T> unread(String where, Throwable failure) {
        return new Answer.Unknown<>(
                failure.getCause() instanceof PermissionDeniedException
                        ? REFUSED
                        : where + " could not be read from the store.");
    }

    private <T> void begin(Ask<T> ask, Optional<DataSource> found, CompletableFuture<Answer<T>> asked) {
        DataSource source = found.orElse(null);
        if (source == null) {
            asked.complete(new Answer.Unknown<>("There is no data source named '" + ask.source() + "'."));
            return;
        }
        Connector connector = connectors.find(source.type()).orElse(null);
        if (!(connector instanceof SupportsDiscovery discoverer)) {
            asked.complete(new Answer.Unknown<>(ask.source() + ": data sources of this type hold no tables."));
        } else if (!ask.connectorId().isEmpty() && !ask.connectorId().equals(connector.id())) {
            asked.complete(new Answer.Unknown<>("Data source '%s' is of type %s, but the step is of type %s."
                    .formatted(source.name(), connector.id(), ask.connectorId())));
        } else {
            Key key = new Key(ask.member().workspaceId(), source.name(), source.id(), source.revision(), ask.topic());
            LookUps.Look<T> look = stop -> look(ask, connector, discoverer, stop);
            lookUps.ask(new LookUps.Question<>(key, ask.member().userId(), late(source.name()), look), asked);
        }
    }

    private <T> Answer<T> look(Ask<T> ask, Connector connector, SupportsDiscovery discoverer, LookUps.Stop stop) {
        List<String> secrets = new CopyOnWriteArrayList<>();
        return LookOutcome.of(ask.source(), connector, secrets, clock, () -> {
            ConfigValue.Obj settings = sources.reveal(ask.member(), ask.source())
                    .orElseThrow(() -> new SluiceException(
                            CommonError.DATA_SOURCE_UNKNOWN, "The data source was deleted meanwhile"))
                    .settings();
            connector
                    .dataSource()
                    .ifPresent(spec -> Secrets.part(spec, settings)
                            .secrets()
                            .forEach((path, secret) -> secrets.add(secret.reveal())));
            try (Discovery discovery = discoverer.discover(settings, files)) {
                stop.by(discovery::close);
                return ask.looking().in(discovery);
            }
        });
    }

    private static String late(String where) {
        return where + " did not answer within " + LookUps.PATIENCE.toSeconds() + " seconds.";
    }

    private static <T> CompletableFuture<Answer<T>> told(String reason) {
        return CompletableFuture.completedFuture(new Answer.Unknown<>(reason));
    }

    @Override
    public void refresh(Member member, String dataSource) {
        lookUps.forget(key -> key instanceof Key known
                && known.workspace().equals(member.workspaceId())
                && known.source().equals(dataSource));
    }
}
