package io.sluice.connector.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cases of one direction, in tables on its two servers.
 *
 * @param name starts the names of the tables
 */
record Direction(String name, FidelityServer source, FidelityServer target, List<FidelityGroup> groups) {
    Direction {
        groups = List.copyOf(groups);
    }

    /** What the table of cases says. */
    static Direction between(String name, FidelityServer source, FidelityServer target, String resource) {
        List<FidelityGroup> groups = FidelityGroup.of(FidelityCase.load(resource));
        Direction direction = new Direction(name, source, target, groups);
        groups.forEach(group -> group.createSource(source, name));
        groups.forEach(group -> group.createTarget(target, name));
        return direction;
    }

    /** The same server on both ends: it must show of the copy what it shows of the original. */
    static Direction within(String name, FidelityServer server, String resource) {
        List<FidelityGroup> groups = new ArrayList<>();
        for (FidelityGroup group : FidelityGroup.of(
                FileCase.load(resource).stream().map(FileCase::asCopy).toList())) {
            group.createSource(server, name);
            group.createTarget(server, name);
            groups.add(expectingTheOriginal(group, server, name));
        }
        return new Direction(name, server, server, groups);
    }

    private static FidelityGroup expectingTheOriginal(FidelityGroup group, FidelityServer server, String name) {
        Map<Integer, String> texts =
                server.texts("select id, " + group.first().shown() + " from " + group.sourceTable(name));
        List<FidelityCase> cases = new ArrayList<>();
        for (int index = 0; index < group.cases().size(); index++) {
            FidelityCase one = group.cases().get(index);
            String original = String.valueOf(texts.get(group.id(index)));
            cases.add(new FidelityCase(
                    one.name(),
                    one.sourceType(),
                    one.literal(),
                    one.read(),
                    one.targetType(),
                    one.shown(),
                    one.dirty() ? FidelityCase.DIRTY : original));
        }
        return new FidelityGroup(group.number(), cases);
    }
}
