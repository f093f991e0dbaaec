package io.sluice.engine;

import java.util.Optional;

/** Where a run finds the data sources its task names. */
@FunctionalInterface
public interface DataSources {
    Optional<NamedSource> find(String name);
}
