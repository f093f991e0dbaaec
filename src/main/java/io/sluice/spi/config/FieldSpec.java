package io.sluice.spi.config;

import org.jspecify.annotations.Nullable;

/**
 * One parameter as all renderers see it.
 *
 * @param name as a script spells it
 * @param byDefault default in the spelling of a script, or null when there is none
 * @param required whether a script must give it
 * @param blankIsValue whether an empty text is a value of its own
 */
public record FieldSpec(
        String name,
        FieldType type,
        String label,
        String help,
        String example,
        @Nullable String byDefault,
        boolean required,
        boolean advanced,
        boolean blankIsValue) {}
