package io.sluice.datasource;

import io.sluice.spi.Sentence;

/**
 * What is wrong with one field of a draft.
 *
 * @param path {@code name}, {@code type}, {@code description}, or the path of a setting such as {@code settings.port}
 * @param said what is wrong, for people
 */
public record FieldProblem(String path, String code, Sentence said) {
    /** In English. */
    public String message() {
        return said.toString();
    }
}
