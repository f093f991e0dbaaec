package io.sluice.script;

import io.sluice.spi.config.Secret;

/**
 * A connection that a job file spells out instead of naming a data source.
 *
 * @param name by which the converted script refers to it
 * @param stepType type of the step that uses it, for example {@code mysql}
 * @param jdbcUrl as the file has it; only a connector may take it apart
 * @param password empty when the file has none
 */
public record InlineDataSource(String name, String stepType, String jdbcUrl, String username, Secret password) {
    InlineDataSource named(String other) {
        return new InlineDataSource(other, stepType, jdbcUrl, username, password);
    }

    /** Without the URL, which may hold secrets of its own. */
    @Override
    public String toString() {
        return "InlineDataSource[" + name + ", " + stepType + "]";
    }
}
