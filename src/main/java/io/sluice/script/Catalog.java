package io.sluice.script;

import java.util.List;
import java.util.Optional;

/** What a script may refer to: kinds of steps and registered data sources. Asked by validation, templates and schemas. */
public interface Catalog {
    /** The kind of step with this {@code stepType} or alias, in any spelling of its letters. */
    Optional<StepDescription> step(String stepType, Side side);

    /** All kinds of steps, both sides, in the order they are offered. */
    List<StepDescription> steps();

    /** The type of the data source registered under exactly this name. */
    Optional<String> dataSourceType(String name);

    /** The names of all registered data sources. */
    List<String> dataSources();
}
