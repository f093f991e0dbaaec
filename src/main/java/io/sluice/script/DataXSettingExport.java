package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Obj;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Writes the settings of a task as those of a DataX job. */
final class DataXSettingExport {
    private static final Set<String> WRITTEN = Set.of("errorLimit", "speed", "common", "jvmOption");

    /** What only scripts have. */
    private static final Set<String> OWN =
            Set.of("executeMode", "jvmMemory", "failoverEnable", "locale", "retry", "verify");

    private final ScriptDocument document;
    private final Setting setting;
    private final List<Note> notes;

    DataXSettingExport(ScriptDocument document, Setting setting, List<Note> notes) {
        this.document = document;
        this.setting = setting;
        this.notes = notes;
    }

    Obj setting() {
        Setting.Speed given = setting.speed();
        Obj speed = Obj.EMPTY.with("channel", new Num(given.concurrent()));
        note(Note.Kind.MAPPED, "setting.speed.concurrent", "job.setting.speed.channel", Sentence.NONE);
        speed = limited(speed, "byte", given.bytesPerSecond());
        speed = limited(speed, "record", given.recordsPerSecond());
        Obj written = Obj.EMPTY.with("speed", speed);
        Obj errorLimit = errorLimit();
        if (!errorLimit.entries().isEmpty()) {
            written = written.with("errorLimit", errorLimit);
        }
        note(Note.Kind.MAPPED, "setting.errorLimit", "job.setting.errorLimit", Sentence.NONE);
        for (Map.Entry<String, ConfigValue> entry :
                JobBuilder.object(document, SettingReader.SETTING).entries().entrySet()) {
            if (OWN.contains(entry.getKey())) {
                note(Note.Kind.UNSUPPORTED, "setting." + entry.getKey(), "", Sentence.of("DataX has no counterpart"));
            } else if (!WRITTEN.contains(entry.getKey())) {
                written = written.with(entry.getKey(), entry.getValue());
            }
        }
        return written;
    }

    private Obj limited(Obj speed, String name, OptionalLong limit) {
        if (limit.isEmpty()) {
            return speed;
        }
        note(
                Note.Kind.MAPPED,
                "setting.speed",
                "job.setting.speed." + name,
                Sentence.of("DataX also needs the limit of one channel"));
        return speed.with(name, new Num(limit.getAsLong()));
    }

    /** The limit in the spelling of the script, as far as that says what the policy is. */
    private Obj errorLimit() {
        Obj given = JobBuilder.object(document, SettingReader.SETTING.child("errorLimit"))
                .without("strategy");
        return switch (setting.dirtyPolicy()) {
            case Setting.DirtyPolicy.AtMost limit -> {
                boolean same = given.find("record")
                        .map(ConfigValue::toString)
                        .filter(Long.toString(limit.records())::equals)
                        .isPresent();
                yield same ? given : given.with("record", new Num(limit.records()));
            }
            case Setting.DirtyPolicy.AtMostShare ignored -> given;
            case Setting.DirtyPolicy.Unlimited ignored ->
                given.without("record").without("percentage");
        };
    }

    /** The file with what DataX keeps outside the job: limits of one channel, rules for columns, process options. */
    Obj around(Obj file) {
        Obj whole = file;
        Obj channel = Obj.EMPTY;
        channel = share(channel, "byte", setting.speed().bytesPerSecond());
        channel = share(channel, "record", setting.speed().recordsPerSecond());
        if (!channel.entries().isEmpty()) {
            Obj speed = Obj.EMPTY.with("channel", Obj.EMPTY.with("speed", channel));
            whole = whole.with("core", Obj.EMPTY.with("transport", speed));
        }
        Obj column = JobBuilder.object(document, SettingReader.SETTING.resolve(Path.of("common", "column")));
        if (!column.entries().isEmpty()) {
            whole = whole.with("common", Obj.EMPTY.with("column", column));
            note(Note.Kind.MAPPED, "setting.common.column", "common.column", Sentence.NONE);
        }
        if (!setting.jvmOption().isEmpty()) {
            whole = whole.with("entry", Obj.EMPTY.with("jvm", setting.jvmOption()));
            note(Note.Kind.MAPPED, "setting.jvmOption", "entry.jvm", Sentence.NONE);
        }
        return whole;
    }

    private Obj share(Obj channel, String name, OptionalLong limit) {
        return limit.isEmpty()
                ? channel
                : channel.with(
                        name,
                        new Num(Math.max(1, limit.getAsLong() / setting.speed().concurrent())));
    }

    private void note(Note.Kind kind, String from, String to, Sentence message) {
        notes.add(new Note(kind, from, to, message));
    }
}
