package io.sluice.run.ui;

/** The texts of the surface in the user's language, for presenters that know no components. */
@FunctionalInterface
public interface Texts {
    /** The text of a key with its placeholders filled. */
    String translate(String key, Object... parameters);
}
