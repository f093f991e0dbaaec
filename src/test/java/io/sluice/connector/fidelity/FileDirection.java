package io.sluice.connector.fidelity;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cases of a server's types that go to files and back, in a table for each shape. */
record FileDirection(FidelityServer server, List<Shape> shapes) {
    private static final String LONG = "LONG";
    private static final Map<String, String> PICTURES =
            Map.of("NUL", "a\u0000b", "BOM", "\"\uFEFF\u2028\"", "BLANKS", " ab ", "NFD", "e\u0301");

    FileDirection {
        shapes = List.copyOf(shapes);
    }

    /** @param group the same cases as copies, which creates the tables */
    record Shape(FidelityGroup group, List<FileCase> cases) {}

    static FileDirection of(FidelityServer server, String resource) {
        Map<List<Object>, List<FileCase>> sorted = new LinkedHashMap<>();
        for (FileCase one : FileCase.load(resource)) {
            sorted.computeIfAbsent(List.of(one.type(), one.shown(), one.declared()), none -> new ArrayList<>())
                    .add(one);
        }
        List<Shape> shapes = new ArrayList<>();
        for (List<FileCase> cases : sorted.values()) {
            FidelityGroup group = new FidelityGroup(
                    shapes.size(), cases.stream().map(FileCase::asCopy).toList());
            group.createSource(server, "f");
            group.createTarget(server, "f");
            shapes.add(new Shape(group, cases));
        }
        return new FileDirection(server, shapes);
    }

    List<String> problems(FidelityFileTest.Run run, Path folder) throws Exception {
        TimeZone home = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(run.zone()));
        try {
            List<String> problems = new ArrayList<>();
            for (Shape shape : shapes) {
                List<Integer> all =
                        IntStream.range(0, shape.cases().size()).boxed().toList();
                for (List<Integer> rows :
                        run.single() ? all.stream().map(List::of).toList() : List.of(all)) {
                    Path own =
                            Files.createDirectory(folder.resolve(shape.group().number() + "-" + rows.getFirst()));
                    problems.addAll(thereAndBack(shape, rows, run, own));
                }
            }
            return problems;
        } finally {
            TimeZone.setDefault(home);
        }
    }

    private List<String> thereAndBack(Shape shape, List<Integer> rows, FidelityFileTest.Run run, Path folder)
            throws Exception {
        RunResult result = copy(run).run(table(shape, rows, run), file(folder));
        if (result.outcome() != Outcome.SUCCEEDED) {
            return List.of(shape.cases().getFirst() + " to file: " + result.failure());
        }
        List<String> problems = new ArrayList<>();
        String text = text(folder);
        rows.forEach(row -> inFile(shape, row, text, problems));
        for (String declared : shape.cases().getFirst().declared()) {
            String target = shape.group().targetTable("f");
            server.run("delete from " + target);
            RunResult back = copy(run).run(files(folder, declared), target(target));
            if (back.outcome() == Outcome.SUCCEEDED) {
                rows.forEach(row -> inTable(shape, row, declared, problems));
            } else {
                problems.add(shape.cases().getFirst() + " back as " + declared + ": " + back.failure());
            }
        }
        return problems;
    }

    private Copy copy(FidelityFileTest.Run run) {
        return new Copy()
                .with("db", server.type(), server.settings())
                .zone("UTC")
                .channels(run.files());
    }

    private Copy.Step table(Shape shape, List<Integer> rows, FidelityFileTest.Run run) {
        ConfigValue.Obj step = Databases.step(shape.group().sourceTable("f"), "id", "v");
        if (run.files() > 1) {
            step = step.with("splitPk", "id").with("splitFactor", new ConfigValue.Num(1));
        }
        if (run.single()) {
            step = step.with("where", "id = " + shape.group().id(rows.getFirst()));
        }
        return new Copy.Step(server.type(), step);
    }

    private Copy.Step target(String table) {
        ConfigValue.Obj step = Databases.step(table, "id", "v");
        return new Copy.Step(server.type(), server.isMariaDb() ? step : step.with("writeMode", "copy"));
    }

    private static Copy.Step file(Path folder) {
        return new Copy.Step(
                "txtfile", ConfigValue.Obj.EMPTY.with("path", folder.toString()).with("fileName", "values.csv"));
    }

    private static Copy.Step files(Path folder, String declared) {
        ConfigValue columns = new ConfigValue.Array(List.of(column(0, "long"), column(1, declared)));
        return new Copy.Step(
                "txtfile", ConfigValue.Obj.EMPTY.with("path", folder + "/*.csv").with("column", columns));
    }

    private static ConfigValue.Obj column(int index, String type) {
        return ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(index)).with("type", type);
    }

    private static String text(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder("\n");
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static void inFile(Shape shape, int row, String file, List<String> problems) {
        FileCase one = shape.cases().get(row);
        String text = PICTURES.getOrDefault(one.text(), one.text());
        String start = "\n" + shape.group().id(row) + ",";
        boolean fits = one.text().equals(FidelityCase.DIRTY)
                ? !file.contains(start)
                : file.contains(one.text().equals(LONG) ? start : start + text + "\n");
        if (!fits) {
            int at = file.indexOf(start);
            String stands = at < 0 ? "nothing" : file.substring(at + 1, Math.min(file.length(), at + 100));
            problems.add("%s: expected %s in the file, where stands %s".formatted(one, text, stands));
        }
    }

    private void inTable(Shape shape, int row, String declared, List<String> problems) {
        FileCase one = shape.cases().get(row);
        FidelityGroup group = shape.group();
        String show = "select id, " + one.shown() + " from %s where id = " + group.id(row);
        Integer id = group.id(row);
        String after = server.texts(show.formatted(group.targetTable("f"))).getOrDefault(id, FidelityCase.DIRTY);
        String before = server.texts(show.formatted(group.sourceTable("f"))).get(id);
        String expected = one.text().equals(FidelityCase.DIRTY) ? FidelityCase.DIRTY : before;
        if (!after.equals(expected)) {
            problems.add("%s back as %s: expected %s but was %s".formatted(one, declared, expected, after));
        }
    }
}
