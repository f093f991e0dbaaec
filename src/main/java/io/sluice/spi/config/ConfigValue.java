package io.sluice.spi.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of plain values, the common ground of scripts, forms and stored data sources. */
public sealed interface ConfigValue {
    /** Text. */
    record Text(String value) implements ConfigValue {
        @Override
        public String toString() {
            return value;
        }
    }

    /** A number in the spelling it was written in, for example {@code 2.50} or {@code 1e3}. */
    record Num(String spelling) implements ConfigValue {
        public Num(long value) {
            this(Long.toString(value));
        }

        @Override
        public String toString() {
            return spelling;
        }
    }

    /** True or false. */
    record Bool(boolean value) implements ConfigValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** An explicit null. */
    record Null() implements ConfigValue {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** A list of values. */
    record Array(List<ConfigValue> items) implements ConfigValue {
        public Array {
            items = List.copyOf(items);
        }

        /** A list of texts. */
        public static Array ofTexts(List<String> texts) {
            List<ConfigValue> items = new ArrayList<>(texts.size());
            texts.forEach(text -> items.add(new Text(text)));
            return new Array(items);
        }
    }

    /** Named values in their order. */
    record Obj(Map<String, ConfigValue> entries) implements ConfigValue {
        public static final Obj EMPTY = new Obj(Map.of());

        public Obj {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<ConfigValue> find(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        /** A copy in which {@code name} has this value; a new name is appended. */
        public Obj with(String name, ConfigValue value) {
            Map<String, ConfigValue> copy = new LinkedHashMap<>(entries);
            copy.put(name, value);
            return new Obj(copy);
        }

        public Obj with(String name, String value) {
            return with(name, new Text(value));
        }

        /** A copy without {@code name}. */
        public Obj without(String name) {
            Map<String, ConfigValue> copy = new LinkedHashMap<>(entries);
            copy.remove(name);
            return new Obj(copy);
        }
    }
}
