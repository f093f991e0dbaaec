package io.sluice.engine.verify;

import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.engine.verify.VerifyResult.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first differences that are found, and which rows of the source they wait for to know their values. */
final class DifferenceList {
    private static final int MOST = 1_000;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, List<Entry>> waiting = new HashMap<>();

    /**
     * The key of a row.
     *
     * @param values as a person reads it
     * @param range the range it lies in
     * @param number where it stands in the order of keys
     */
    record Key(List<KeyValue> values, int range, long number) {}

    private static final class Entry {
        private final Kind kind;
        private final Key key;
        private final List<String> columns;
        private @Nullable List<@Nullable String> source;
        private @Nullable List<@Nullable String> target;

        Entry(Kind kind, Key key, List<String> columns) {
            this.kind = kind;
            this.key = key;
            this.columns = columns;
        }

        long number() {
            return key.number();
        }

        Difference difference() {
            return new Difference(kind, key.values(), columns, key.range(), values());
        }

        private @Nullable Values values() {
            List<@Nullable String> here = source;
            List<@Nullable String> there = target;
            boolean whole = switch (kind) {
                case MISSING -> here != null;
                case ADDITIONAL -> there != null;
                case DIFFERENT -> here != null && there != null;
            };
            return whole ? new Values(here == null ? List.of() : here, there == null ? List.of() : there) : null;
        }
    }

    boolean full() {
        return entries.size() >= MOST;
    }

    void additional(Key key, @Nullable List<@Nullable String> values) {
        Entry entry = new Entry(Kind.ADDITIONAL, key, List.of());
        entry.target = values;
        entries.add(entry);
    }

    /** @param row hash of the source's row */
    void different(long row, Key key, List<String> columns, @Nullable List<@Nullable String> values) {
        Entry entry = new Entry(Kind.DIFFERENT, key, columns);
        entry.target = values;
        entries.add(entry);
        if (values != null) {
            await(row, entry);
        }
    }

    /** @param row hash of the source's row */
    void missing(long row, Key key) {
        Entry entry = new Entry(Kind.MISSING, key, List.of());
        entries.add(entry);
        await(row, entry);
    }

    private void await(long row, Entry entry) {
        waiting.computeIfAbsent(row, hash -> new ArrayList<>(1)).add(entry);
    }

    boolean lacksValues() {
        return !waiting.isEmpty();
    }

    /** A row of the source. Its values are taken only when a difference waits for them. */
    void found(long row, Supplier<@Nullable List<@Nullable String>> values) {
        List<Entry> here = waiting.remove(row);
        if (here != null) {
            List<@Nullable String> taken = values.get();
            here.forEach(entry -> entry.source = taken);
        }
    }

    /** In the order of their keys, where these have one. */
    List<Difference> all() {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::number))
                .map(Entry::difference)
                .toList();
    }
}
