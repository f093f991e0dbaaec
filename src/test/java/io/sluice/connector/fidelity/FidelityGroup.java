package io.sluice.connector.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases of one shape, which lie in one table between rows of NULL.
 *
 * @param number unique in its direction
 */
record FidelityGroup(int number, List<FidelityCase> cases) {
    /** Rows are numbered so that ranges of keys cut the table everywhere. */
    private static final int APART = 10;

    FidelityGroup {
        cases = List.copyOf(cases);
    }

    private record Shape(String sourceType, String read, String targetType, String shown, boolean refused) {}

    static List<FidelityGroup> of(List<FidelityCase> all) {
        Map<Shape, List<FidelityCase>> shapes = new LinkedHashMap<>();
        for (FidelityCase one : all) {
            Shape shape = new Shape(one.sourceType(), one.read(), one.targetType(), one.shown(), one.refused());
            shapes.computeIfAbsent(shape, none -> new ArrayList<>()).add(one);
        }
        List<FidelityGroup> groups = new ArrayList<>();
        shapes.values().forEach(cases -> groups.add(new FidelityGroup(groups.size(), cases)));
        return groups;
    }

    FidelityCase first() {
        return cases.getFirst();
    }

    boolean temporal() {
        return cases.stream().anyMatch(FidelityCase::temporal);
    }

    int id(int index) {
        return APART * index + 2;
    }

    String sourceTable(String direction) {
        return direction + "_s_" + number;
    }

    String targetTable(String direction) {
        return direction + "_t_" + number;
    }

    void createSource(FidelityServer server, String direction) {
        String table = sourceTable(direction);
        server.run("create table " + table + " (id int primary key, v " + first().sourceType() + ")");
        for (int index = 0; index < cases.size(); index++) {
            String insert = "insert into " + table + " values (";
            server.run(
                    insert + (id(index) - 1) + ", null)",
                    insert + id(index) + ", " + cases.get(index).literal() + ")",
                    insert + (id(index) + 1) + ", null)");
        }
    }

    void createTarget(FidelityServer server, String direction) {
        server.run("create table %s (id int primary key, v %s, beside %s)"
                .formatted(targetTable(direction), first().targetType(), WritePath.besideType(server)));
    }
}
