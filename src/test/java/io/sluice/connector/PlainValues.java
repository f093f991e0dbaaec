package io.sluice.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that splits and receipts can be stored and shipped: records of plain values all the way down. */
final class PlainValues {
    private PlainValues() {}

    static void require(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String ignored -> {}
            case Number ignored -> {}
            case Boolean ignored -> {}
            case Enum<?> ignored -> {}
            case List<?> list -> list.forEach(PlainValues::require);
            case Map<?, ?> map ->
                map.forEach((key, entry) -> {
                    assertThat(key).isInstanceOf(String.class);
                    require(entry);
                });
            case Record record -> requireComponents(record);
            default ->
                throw new AssertionError("no plain value: " + value.getClass().getName());
        }
    }

    private static void requireComponents(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                require(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException failure) {
                throw new AssertionError("cannot read " + component, failure);
            }
        }
    }
}
