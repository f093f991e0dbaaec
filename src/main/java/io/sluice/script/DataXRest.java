package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Null;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a DataX job holds beyond what a script can say, such as the tuning of the DataX engine. It travels in
 * {@code extend.datax} and goes back into an exported job.
 */
final class DataXRest {
    static final Path PLACE = Path.of("extend", "datax");
    private static final Path CONTENT = Path.of("job", "content");
    private static final Path SPEED = Path.of("job", "setting", "speed");
    private static final List<Path> CHANNEL_SPEED = List.of(
            Path.of("core", "transport", "channel", "speed", "byte"),
            Path.of("core", "transport", "channel", "speed", "record"));
    private static final Set<String> LIMITS = Set.of("byte", "record");

    private final ScriptDocument document;
    private final List<Note> notes;

    DataXRest(ScriptDocument document, List<Note> notes) {
        this.document = document;
        this.notes = notes;
    }

    /** What is left of a DataX job beside the given content and setting of the script made of it. */
    Obj of(Path content, Obj setting) {
        Obj exported = exported(setting);
        boolean spelled = saysTheSame(exported);
        Obj rest = kept(Obj.EMPTY, "root", outside(spelled ? exported : Obj.EMPTY), "");
        Obj job = JobBuilder.object(document, Path.of("job")).without("content").without("setting");
        rest = kept(rest, "job", job, "job.");
        Obj inside = JobBuilder.object(document, content).without("transformer");
        for (Side side : Side.values()) {
            Obj step = JobBuilder.object(document, content.child(side.category()))
                    .without("name")
                    .without("parameter");
            inside = inside.without(side.category());
            inside = step.entries().isEmpty() ? inside : inside.with(side.category(), step);
        }
        rest = kept(rest, "content", inside, content + ".");
        rest = others(rest);
        ConfigValue speed = document.read(SPEED).orElse(new Null());
        return spelled ? rest : rest.with("speed", speed);
    }

    /** Whatever stands around the job, without what the exported setting says anyway. */
    private Obj outside(Obj exported) {
        Obj root = Obj.EMPTY;
        for (Map.Entry<String, ConfigValue> entry :
                JobBuilder.object(document, Path.ROOT).entries().entrySet()) {
            String name = entry.getKey().toLowerCase(Locale.ROOT);
            Optional<ConfigValue> value = Optional.of(entry.getValue());
            if (entry.getValue() instanceof Obj object) {
                Obj left = switch (name) {
                    case "job" -> Obj.EMPTY;
                    case "common" -> object.without("column");
                    case "entry" -> object.without("jvm");
                    case "core" -> tuning(object, exported);
                    default -> object;
                };
                value = Optional.<ConfigValue>of(left)
                        .filter(ignored -> !left.entries().isEmpty());
            }
            root = value.isPresent() ? root.with(entry.getKey(), value.get()) : root;
        }
        return root;
    }

    private Obj tuning(Obj core, Obj exported) {
        if (!core.equals(exported.entries().get("core"))) {
            return core;
        }
        notes.add(new Note(Note.Kind.MAPPED, "core", "setting.speed", Sentence.of("It follows from the job's speed")));
        return Obj.EMPTY;
    }

    private Obj others(Obj rest) {
        if (!(document.read(CONTENT).orElse(Obj.EMPTY) instanceof Array contents)
                || contents.items().size() < 2) {
            return rest;
        }
        note(
                "job.content[1]",
                Sentence.of("Only the first of several contents becomes the task; the others are kept for export"));
        List<ConfigValue> more = contents.items().subList(1, contents.items().size());
        return merged(rest, masked(Obj.EMPTY.with("contents", new Array(more))));
    }

    /** Whether the speed of the script is exported in the words of the job. */
    private boolean saysTheSame(Obj exported) {
        Obj file = JobBuilder.object(document, Path.ROOT);
        return limited(document.read(SPEED).orElse(Obj.EMPTY)).equals(read(exported, SPEED))
                && CHANNEL_SPEED.stream()
                        .filter(path -> read(exported, path).isPresent())
                        .allMatch(path -> read(exported, path).equals(read(file, path)));
    }

    /** DataX writes -1 where there is no limit. */
    private static Optional<ConfigValue> limited(ConfigValue speed) {
        Obj limited = speed instanceof Obj object ? object : Obj.EMPTY;
        for (String limit : LIMITS) {
            boolean none = limited.entries().get(limit) instanceof Num number
                    && number.spelling().startsWith("-");
            limited = none ? limited.without(limit) : limited;
        }
        return Optional.of(limited);
    }

    private static Obj exported(Obj setting) {
        ScriptDocument script = ScriptDocument.parse("").with(Path.ROOT, Obj.EMPTY.with("setting", setting));
        DataXSettingExport export =
                new DataXSettingExport(script, new SettingReader(script).setting(), new ArrayList<>());
        return export.around(Obj.EMPTY.with("job", Obj.EMPTY.with("setting", export.setting())));
    }

    private Obj kept(Obj rest, String name, Obj part, String prefix) {
        if (part.entries().isEmpty()) {
            return rest;
        }
        part.entries()
                .keySet()
                .forEach(key -> note(prefix + key, Sentence.of("Kept for export to DataX, without an effect here")));
        return rest.with(name, masked(part));
    }

    private Obj masked(Obj part) {
        return new SecretMask(notes, new Connections.Origin("", "datax", "")).masked(part);
    }

    /** An exported job with what is kept for it. */
    Obj into(Obj file) {
        Obj rest = JobBuilder.object(document, PLACE);
        Obj root = part(rest, "root");
        boolean asImported = rest.find("speed").filter(this::stillSaid).isPresent();
        Obj job = part(file, "job");
        if (asImported && job.entries().get("setting") instanceof Obj setting) {
            ConfigValue speed = rest.entries().get("speed");
            Obj spelled = speed instanceof Obj ? setting.with("speed", speed) : setting.without("speed");
            job = job.with("setting", spelled);
        }
        Obj around = file.without("job");
        around = asImported ? merged(around.without("core"), root) : merged(root, around);
        Obj whole = Obj.EMPTY.with("job", merged(withContents(job, rest), part(rest, "job")));
        return merged(whole, around);
    }

    private static Obj withContents(Obj job, Obj rest) {
        if (!(job.entries().get("content") instanceof Array contents)) {
            return job;
        }
        List<ConfigValue> all = new ArrayList<>();
        contents.items()
                .forEach(item -> all.add(item instanceof Obj content ? merged(content, part(rest, "content")) : item));
        if (rest.entries().get("contents") instanceof Array more) {
            all.addAll(more.items());
        }
        return job.with("content", new Array(all));
    }

    /** Whether the script still says what the kept speed meant when it was imported. */
    private boolean stillSaid(ConfigValue speed) {
        Obj setting = speed instanceof Obj ? Obj.EMPTY.with("speed", speed) : Obj.EMPTY;
        ScriptDocument job =
                ScriptDocument.parse("").with(Path.ROOT, Obj.EMPTY.with("job", Obj.EMPTY.with("setting", setting)));
        return new DataXSettingImport(job, new ArrayList<>())
                .speed()
                .equals(JobBuilder.object(document, SettingReader.SETTING.child("speed")));
    }

    private static Obj part(Obj whole, String name) {
        return whole.entries().get(name) instanceof Obj object ? object : Obj.EMPTY;
    }

    private static Optional<ConfigValue> read(Obj object, Path path) {
        return ScriptDocument.parse("").with(Path.ROOT, object).read(path);
    }

    /** Both, with the second where they differ. */
    static Obj merged(Obj first, Obj second) {
        Obj merged = first;
        for (Map.Entry<String, ConfigValue> entry : second.entries().entrySet()) {
            ConfigValue both =
                    merged.entries().get(entry.getKey()) instanceof Obj below && entry.getValue() instanceof Obj above
                            ? merged(below, above)
                            : entry.getValue();
            merged = merged.with(entry.getKey(), both);
        }
        return merged;
    }

    private void note(String from, Sentence message) {
        notes.add(new Note(Note.Kind.UNSUPPORTED, from, PLACE.toString(), message));
    }
}
