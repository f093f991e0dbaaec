package io.sluice.script;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a script as a DataX job (script-format.md section 8.2). */
final class DataXExport {
    private final ScriptDocument document;
    private final SyncTask task;
    private final Function<String, Optional<InlineDataSource>> dataSources;
    private final List<Note> notes = new ArrayList<>();

    DataXExport(ScriptDocument document, SyncTask task, Function<String, Optional<InlineDataSource>> dataSources) {
        this.document = document;
        this.task = task;
        this.dataSources = dataSources;
    }

    ExportedJob write() {
        Obj content = Obj.EMPTY
                .with("reader", step(task.reader(), Side.READER))
                .with("writer", step(task.writer(), Side.WRITER));
        if (!task.maps().isEmpty()) {
            content = content.with("transformer", transformers());
        }
        DataXSettingExport setting = new DataXSettingExport(document, task.setting(), notes);
        Obj job = Obj.EMPTY.with("setting", setting.setting()).with("content", new Array(List.of(content)));
        Obj file = new DataXRest(document, notes).into(setting.around(Obj.EMPTY.with("job", job)));
        for (String name : List.of("order", "extend")) {
            boolean own = document.read(Path.of(name)).orElse(Obj.EMPTY) instanceof Obj given
                    && !given.without("datax").entries().isEmpty();
            if (own) {
                note(Note.Kind.UNSUPPORTED, name, "", Sentence.of("DataX has no counterpart"));
            }
        }
        JobBuilder.noteComments(document, notes);
        Obj clean = new SecretMask(notes, new Connections.Origin("", "job", "")).masked(file);
        return new ExportedJob(ScriptDocument.parse("").with(Path.ROOT, clean).text(), notes);
    }

    private Obj step(SyncTask.Step step, Side side) {
        String plugIn = PlugIns.plugIn(step.stepType(), side, step.parameter());
        String path = step.path().child("stepType").toString();
        Optional<Sentence> missing = PlugIns.missing(step.stepType(), side);
        Note.Kind kind = missing.isPresent() ? Note.Kind.UNSUPPORTED : Note.Kind.MAPPED;
        note(kind, path, "job.content[0]." + side.category() + ".name", missing.orElse(Sentence.NONE));
        Obj parameter = spoken(plugIn, step, parameter(step, side), "job.content[0]." + side.category());
        boolean version = step.stepType().equalsIgnoreCase("hbase");
        return Obj.EMPTY
                .with("name", plugIn)
                .with("parameter", version ? parameter.without(PlugIns.HBASE_VERSION) : parameter);
    }

    /** Says what is meant here by what is not given, where DataX would mean something else or demands it. */
    private Obj spoken(String plugIn, SyncTask.Step step, Obj written, String to) {
        Obj parameter = written;
        for (PlugIns.Silence silence : PlugIns.silences(plugIn)) {
            boolean query = silence.name().equals("column") && asksQuery(written);
            ConfigValue meant = silence.here();
            String from = step.within(silence.path()).toString();
            if (meant == null) {
                Note.Kind kind = silence.meansTheSame(parameter) ? Note.Kind.MAPPED : Note.Kind.UNSUPPORTED;
                note(kind, from, "", silence.always());
                parameter = silence.withdrawn(parameter);
            } else if (!query && silence.keptIn(parameter)) {
                parameter = silence.broken(parameter, meant);
                note(
                        Note.Kind.MAPPED,
                        from,
                        to + ".parameter." + silence.path(),
                        Sentence.of("Not given, which means {0} here", meant));
            }
        }
        return parameter;
    }

    private static boolean asksQuery(Obj parameter) {
        List<ConfigValue> connections =
                parameter.find("connection").orElse(null) instanceof Array given ? given.items() : List.of();
        return Stream.concat(Stream.of(parameter), connections.stream())
                .anyMatch(one ->
                        one instanceof Obj object && object.find("querySql").isPresent());
    }

    private Obj parameter(SyncTask.Step step, Side side) {
        List<String> names = step.dataSources();
        if (names.isEmpty()) {
            return step.parameter();
        }
        Optional<InlineDataSource> first = dataSources.apply(names.get(0));
        if (first.isEmpty()) {
            note(
                    Note.Kind.UNSUPPORTED,
                    step.within("datasource").toString(),
                    "",
                    Sentence.of("The data source '{0}' is not known here", names.get(0)));
            return step.parameter();
        }
        Obj parameter = login(first.get(), step).with("connection", connections(step, side));
        long logins = names.stream()
                .flatMap(name -> dataSources.apply(name).stream())
                .map(InlineDataSource::username)
                .distinct()
                .count();
        if (logins > 1) {
            String where = step.within("connection").toString();
            note(
                    Note.Kind.UNSUPPORTED,
                    where,
                    "",
                    Sentence.of("DataX signs in everywhere as the user of '{0}'", names.get(0)));
        }
        for (Map.Entry<String, ConfigValue> entry : step.parameter().entries().entrySet()) {
            boolean moved =
                    List.of("datasource", "connection", "table", "querySql").contains(entry.getKey());
            parameter = moved ? parameter : parameter.with(entry.getKey(), entry.getValue());
        }
        return parameter;
    }

    private Obj login(InlineDataSource source, SyncTask.Step step) {
        if (source.username().isBlank()) {
            return Obj.EMPTY;
        }
        String placeholder = "${" + source.name().replaceAll("\\W", "_") + "_password}";
        note(
                Note.Kind.MAPPED,
                step.within("datasource").toString(),
                "connection",
                Sentence.of("Give DataX the password as the parameter {0}", placeholder));
        return Obj.EMPTY.with("username", source.username()).with("password", placeholder);
    }

    private Array connections(SyncTask.Step step, Side side) {
        List<ConfigValue> connections = new ArrayList<>();
        if (step.parameter().entries().get("connection") instanceof Array given
                && !given.items().isEmpty()) {
            for (ConfigValue item : given.items()) {
                connections.add(connection(item instanceof Obj object ? object : Obj.EMPTY, step, side));
            }
        } else {
            connections.add(connection(step.parameter(), step, side));
        }
        return new Array(connections);
    }

    private Obj connection(Obj given, SyncTask.Step step, Side side) {
        String own = Findings.text(given, "datasource");
        String name = own.isBlank() ? step.dataSources().get(0) : own;
        ConfigValue url =
                new Text(dataSources.apply(name).map(InlineDataSource::jdbcUrl).orElse(""));
        Obj connection = given == step.parameter() ? Obj.EMPTY : given.without("datasource");
        connection = connection.with("jdbcUrl", side == Side.READER ? new Array(List.of(url)) : url);
        for (String key : List.of("table", "querySql")) {
            Optional<ConfigValue> value =
                    given.find(key).or(() -> step.parameter().find(key));
            if (value.isPresent()
                    && !(value.get() instanceof Text text && text.value().isBlank())) {
                connection = connection.with(
                        key, value.get() instanceof Array ? value.get() : new Array(List.of(value.get())));
            }
        }
        return connection;
    }

    private Array transformers() {
        List<ConfigValue> transformers = new ArrayList<>();
        for (SyncTask.Step map : task.maps()) {
            List<DataXTransformers.Named> same = DataXTransformers.transformers(map);
            boolean foreign = TransformType.of(map.stepType()).isEmpty();
            boolean known = !same.isEmpty() || foreign;
            note(
                    known ? Note.Kind.MAPPED : Note.Kind.UNSUPPORTED,
                    map.path().toString(),
                    known ? "job.content[0].transformer" : "",
                    known
                            ? Sentence.NONE
                            : Sentence.of(
                                    "DataX has no transformer that does the same as {0} with these parameters",
                                    map.stepType()));
            same.forEach(one -> transformers.add(transformer(one.name(), one.parameter())));
            if (known && same.isEmpty()) {
                transformers.add(transformer(map.stepType(), map.parameter()));
            }
        }
        return new Array(transformers);
    }

    private static Obj transformer(String name, Obj parameter) {
        return Obj.EMPTY.with("name", name).with("parameter", parameter);
    }

    private void note(Note.Kind kind, String from, String to, Sentence message) {
        notes.add(new Note(kind, from, to, message));
    }
}
