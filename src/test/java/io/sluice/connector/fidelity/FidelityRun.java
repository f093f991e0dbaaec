package io.sluice.connector.fidelity;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;

/**
 * One way to carry the cases of a direction over.
 *
 * @param zone of the JVM while it happens
 * @param splits of the table, read by as many channels
 * @param single whether each value travels alone, else in a batch with the others of its shape
 */
record FidelityRun(ReadPath read, WritePath write, String zone, int splits, boolean single) {
    @Override
    public String toString() {
        return "%s to %s in %s, %d split%s, %s"
                .formatted(read, write, zone, splits, splits == 1 ? "" : "s", single ? "row by row" : "in batches");
    }

    /** What went wrong, one sentence for each case. */
    List<String> problems(Direction direction, List<FidelityGroup> groups) throws Exception {
        TimeZone home = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            List<String> problems = new ArrayList<>();
            for (FidelityGroup group : groups) {
                IntStream all = IntStream.range(0, group.cases().size());
                if (single) {
                    for (int index : all.toArray()) {
                        problems.addAll(carry(direction, group, List.of(index)));
                    }
                } else {
                    problems.addAll(carry(direction, group, all.boxed().toList()));
                }
            }
            return problems;
        } finally {
            TimeZone.setDefault(home);
        }
    }

    private List<String> carry(Direction direction, FidelityGroup group, List<Integer> indexes) throws Exception {
        String target = group.targetTable(direction.name());
        direction.target().run("delete from " + target);
        Copy copy = new Copy()
                .with("from", direction.source().type(), direction.source().settings())
                .with("to", direction.target().type(), direction.target().settings())
                .zone("UTC")
                .channels(splits);
        RunResult result = copy.run(reader(direction, group, indexes), writer(direction, target));
        Map<Integer, String> stored =
                direction.target().texts("select id, " + group.first().shown() + " from " + target);
        List<String> problems = new ArrayList<>();
        for (int index : indexes) {
            problems.addAll(judge(group, index, result, stored));
        }
        long dirty = indexes.stream()
                .filter(index -> group.cases().get(index).dirty())
                .count();
        if (problems.isEmpty() && copy.dirty().size() != dirty) {
            problems.add("%s: %d dirty records instead of %d"
                    .formatted(group.first(), copy.dirty().size(), dirty));
        }
        return problems;
    }

    private Copy.Step reader(Direction direction, FidelityGroup group, List<Integer> indexes) {
        List<String> columns = new ArrayList<>(List.of("id", group.first().read()));
        if (!read.beside().isEmpty() || write.beside()) {
            columns.add(read.beside().isEmpty() ? "null" : read.beside());
        }
        ConfigValue.Obj step = Databases.step(group.sourceTable(direction.name()), columns.toArray(String[]::new))
                .with("datasource", "from");
        if (splits > 1) {
            step = step.with("splitPk", "id").with("splitFactor", new ConfigValue.Num(1));
        }
        if (single) {
            step = step.with("where", "id = " + group.id(indexes.getFirst()));
        }
        return new Copy.Step(direction.source().type(), read.apply(step));
    }

    private Copy.Step writer(Direction direction, String table) {
        boolean three = !read.beside().isEmpty() || write.beside();
        ConfigValue.Obj step = (three ? Databases.step(table, "id", "v", "beside") : Databases.step(table, "id", "v"))
                .with("datasource", "to");
        return new Copy.Step(direction.target().type(), write.apply(step));
    }

    private List<String> judge(FidelityGroup group, int index, RunResult result, Map<Integer, String> stored) {
        FidelityCase one = group.cases().get(index);
        if (one.refused()) {
            boolean refused = result.outcome() == Outcome.FAILED && stored.isEmpty();
            return refused ? List.of() : List.of(one + ": was not refused");
        }
        if (result.outcome() != Outcome.SUCCEEDED) {
            return List.of(one + ": the run failed: " + result.failure());
        }
        int id = group.id(index);
        String value = stored.getOrDefault(id, FidelityCase.DIRTY);
        List<String> problems = new ArrayList<>();
        if (!value.equals(one.expected())) {
            problems.add("%s: expected %s but was %s".formatted(one, one.expected(), value));
        }
        boolean around =
                FidelityServer.NULL.equals(stored.get(id - 1)) && FidelityServer.NULL.equals(stored.get(id + 1));
        if (!single && !around) {
            problems.add(one + ": the rows around it did not arrive");
        }
        return problems;
    }
}
