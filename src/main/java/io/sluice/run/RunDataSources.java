package io.sluice.run;

import io.sluice.datasource.DataSourceService;
import io.sluice.engine.DataSources;
import io.sluice.engine.NamedSource;
import io.sluice.workspace.Member;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * The data sources of a member's workspace, as a run finds them. The store is asked on a thread of its own: a run's
 * threads may be interrupted, and an embedded store closes its file under an interrupted reader.
 */
final class RunDataSources implements DataSources {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("data-source").start(task);

    private final DataSourceService sources;
    private final Member member;

    RunDataSources(DataSourceService sources, Member member) {
        this.sources = sources;
        this.member = member;
    }

    @Override
    public Optional<NamedSource> find(String name) {
        CompletableFuture<Optional<NamedSource>> answer = CompletableFuture.supplyAsync(() -> reveal(name), THREADS);
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The data source '" + name + "' cannot be read from the store.", failed);
        }
    }

    private Optional<NamedSource> reveal(String name) {
        return sources.reveal(member, name).map(found -> new NamedSource(found.name(), found.type(), found.settings()));
    }
}
