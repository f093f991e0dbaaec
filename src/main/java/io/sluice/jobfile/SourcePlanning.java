package io.sluice.jobfile;

import io.sluice.datasource.DataSource;
import io.sluice.jobfile.JobCatalog.UrlConnector;
import io.sluice.script.InlineDataSource;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Secret;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the distinct connections of many jobs and the registered data sources that equal them. */
final class SourcePlanning {
    /** What makes two connections the same. */
    private record Key(String type, String address, String user) {}

    private final JobCatalog catalog;
    private final boolean mayCreate;
    private final Map<Key, DataSource> registered = new HashMap<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<PlannedSource> planned = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, SluiceException> refusals = new HashMap<>();

    SourcePlanning(JobCatalog catalog, List<DataSource> sources, boolean mayCreate) {
        this.catalog = catalog;
        this.mayCreate = mayCreate;
        for (DataSource source : sources) {
            names.add(source.name());
            catalog.inline(source)
                    .ifPresent(inline ->
                            registered.put(new Key(source.type(), inline.jdbcUrl(), inline.username()), source));
        }
    }

    /** Whether a connection can become a data source; the reasons against it are kept. */
    boolean registrable(String stepType, String url) {
        Optional<UrlConnector> connector = catalog.withUrls(stepType);
        if (connector.isEmpty()) {
            return false;
        }
        try {
            connector.get().urls().fromJdbcUrl(url);
            return true;
        } catch (SluiceException refused) {
            refusals.put(url, refused);
            return false;
        }
    }

    /** The refusals since the last time. */
    List<SluiceException> refusals() {
        List<SluiceException> all = List.copyOf(refusals.values());
        refusals.clear();
        return all;
    }

    /** What a job says of a connection that another job spelled out otherwise. */
    record Found(int number, boolean otherPassword) {}

    /** Notes that a job uses a connection. */
    Found add(InlineDataSource inline, int job) {
        UrlConnector connector = catalog.withUrls(inline.stepType()).orElseThrow();
        ConfigValue.Obj settings = connector.urls().fromJdbcUrl(inline.jdbcUrl());
        String type = connector.connector().id();
        String address = connector.urls().toJdbcUrl(settings);
        Key key = new Key(type, address, inline.username());
        Integer known = numbers.get(key);
        if (known != null) {
            PlannedSource source = planned.get(known);
            List<Integer> jobs = new ArrayList<>(source.jobs());
            jobs.add(job);
            planned.set(known, withJobs(source, jobs));
            return new Found(known, source.hasPassword() && !source.password().equals(inline.password()));
        }
        numbers.put(key, planned.size());
        ConfigValue.Obj whole = inline.username().isBlank() ? settings : settings.with("username", inline.username());
        planned.add(plan(inline, key, whole, job));
        return new Found(planned.size() - 1, false);
    }

    private static PlannedSource withJobs(PlannedSource source, List<Integer> jobs) {
        return new PlannedSource(
                source.name(),
                source.type(),
                source.address(),
                source.settings(),
                source.password(),
                source.state(),
                jobs,
                source.reason());
    }

    private PlannedSource plan(InlineDataSource inline, Key key, ConfigValue.Obj settings, int job) {
        DataSource equal = registered.get(key);
        String objection = equal == null ? objection(inline, settings) : "";
        PlannedSource.State state = equal != null
                ? PlannedSource.State.REGISTERED
                : !objection.isEmpty()
                        ? PlannedSource.State.INCOMPLETE
                        : mayCreate ? PlannedSource.State.NEW : PlannedSource.State.MISSING;
        return new PlannedSource(
                equal == null ? freeName(inline.name()) : equal.name(),
                key.type(),
                key.address(),
                settings,
                inline.password(),
                state,
                List.of(job),
                objection);
    }

    /** What the connector says against the settings; empty when nothing. */
    private String objection(InlineDataSource inline, ConfigValue.Obj settings) {
        ConfigValue.Obj whole = withPassword(settings, inline.password());
        return catalog.withUrls(inline.stepType())
                .flatMap(found -> found.connector().dataSource())
                .map(spec -> switch (spec.bind(whole)) {
                    case Bound.Valid<?> ignored -> "";
                    case Bound.Invalid<?> invalid ->
                        invalid.problems().stream()
                                .filter(ConfigProblem::isError)
                                .map(ConfigProblem::message)
                                .collect(Collectors.joining(" "));
                })
                .orElse("");
    }

    static ConfigValue.Obj withPassword(ConfigValue.Obj settings, Secret password) {
        String revealed = password.reveal();
        return revealed.isEmpty() ? settings : settings.with("password", revealed);
    }

    private String freeName(String wanted) {
        String base = wanted.replaceAll("[^\\p{L}\\p{M}\\p{N}_.-]", "_");
        String first = base.matches("\\p{L}.*") ? base : "source_" + base;
        if (names.add(first)) {
            return first;
        }
        String stem = first.replaceFirst("_\\d+$", "");
        int number = 2;
        while (!names.add(stem + "_" + number)) {
            number++;
        }
        return stem + "_" + number;
    }

    String name(int number) {
        return planned.get(number).name();
    }

    List<PlannedSource> sources() {
        return planned;
    }
}
