package io.sluice.spi.config;

import java.util.List;

/** What a field of a configuration holds; forms, JSON schemas, reference pages and the binder each switch over it. */
public sealed interface FieldType {
    /** What is offered as values, of a list as its elements; empty for nothing. */
    default String lookup() {
        return "";
    }

    /**
     * Text.
     *
     * @param code language of the text, such as {@code sql}; empty for ordinary text
     * @param lookup what is offered as values, such as {@code tables}; empty for nothing
     */
    record TextType(String code, String lookup) implements FieldType {}

    /** A password or key; never sent back to a browser. */
    record SecretType() implements FieldType {}

    /** A whole number; text of digits is accepted too. Both bounds are inclusive. */
    record WholeType(long min, long max) implements FieldType {}

    /** True or false; the texts {@code "true"} and {@code "false"} are accepted too. */
    record BoolType() implements FieldType {}

    /** One of some words. */
    record ChoiceType(List<Choice> choices) implements FieldType {
        public ChoiceType {
            choices = List.copyOf(choices);
        }
    }

    /** Several values; a single value is accepted as a list of one. */
    record ListType(FieldType element) implements FieldType {
        @Override
        public String lookup() {
            return element.lookup();
        }
    }

    /** Named texts, such as the properties of a connection. */
    record MapType() implements FieldType {}

    /** A record of its own. */
    record GroupType(ConfigSpec<?> spec) implements FieldType {}

    /** Any tree of values, handed over as it is. */
    record AnyType() implements FieldType {}

    /** @param value as a script spells it @param label short name @param help what choosing it does */
    record Choice(String value, String label, String help) {}
}
