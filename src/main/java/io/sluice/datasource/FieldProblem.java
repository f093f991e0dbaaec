package io.sluice.datasource;

/**
 * What is wrong with one field of a draft.
 *
 * @param path {@code name}, {@code type}, {@code description}, or the path of a setting such as {@code settings.port}
 */
public record FieldProblem(String path, String code, String message) {}
