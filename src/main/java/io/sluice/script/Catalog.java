package io.sluice.script;

import io.sluice.script.transform.Transform;
import io.sluice.spi.config.ConfigProblem;
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

    /** What is wrong with a step between reader and writer beyond its single parameters, such as an expression. */
    default List<ConfigProblem> problems(Transform transform) {
        return List.of();
    }

    /** The names of all registered data sources. */
    List<String> dataSources();
}
