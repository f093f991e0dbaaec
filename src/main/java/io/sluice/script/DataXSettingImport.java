package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Obj;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Brings the settings of a DataX job to version 2.0. */
final class DataXSettingImport {
    private static final Path SETTING = Path.of("job", "setting");
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(SettingReader.MEGABYTE);

    private final ScriptDocument document;
    private final SettingReader numbers;
    private final List<Note> notes;

    DataXSettingImport(ScriptDocument document, List<Note> notes) {
        this.document = document;
        this.numbers = new SettingReader(document);
        this.notes = notes;
    }

    Obj setting() {
        Obj given = JobBuilder.object(document, SETTING);
        Obj setting = Obj.EMPTY.with("errorLimit", errorLimit()).with("speed", speed());
        for (var entry : given.without("errorLimit").without("speed").entries().entrySet()) {
            setting = setting.with(entry.getKey(), entry.getValue());
            note(
                    Note.Kind.IDENTICAL,
                    SETTING.child(entry.getKey()).toString(),
                    "setting." + entry.getKey(),
                    Sentence.NONE);
        }
        Obj column = JobBuilder.object(document, Path.of("common", "column"));
        if (!column.entries().isEmpty()) {
            setting = setting.with("common", Obj.EMPTY.with("column", column));
            note(Note.Kind.MAPPED, "common.column", "setting.common.column", Sentence.NONE);
        }
        Optional<String> options = numbers.text(Path.of("entry", "jvm"));
        if (options.isPresent()) {
            setting = setting.with("jvmOption", options.get());
            note(Note.Kind.MAPPED, "entry.jvm", "setting.jvmOption", Sentence.NONE);
        }
        return setting;
    }

    private Obj errorLimit() {
        Obj given = JobBuilder.object(document, SETTING.child("errorLimit"));
        Path record = SETTING.child("errorLimit").child("record");
        boolean limited = numbers.isSet(record);
        boolean shared = numbers.isSet(SETTING.child("errorLimit").child("percentage"));
        if (!limited && !shared) {
            note(
                    Note.Kind.MAPPED,
                    "job.setting.errorLimit",
                    "setting.errorLimit.strategy",
                    Sentence.of("Without a limit DataX ignores dirty records"));
            return given.with("strategy", "Ignore");
        }
        note(Note.Kind.IDENTICAL, "job.setting.errorLimit", "setting.errorLimit", Sentence.NONE);
        if (limited && shared) {
            note(
                    Note.Kind.MAPPED,
                    "job.setting.errorLimit.percentage",
                    "setting.errorLimit.percentage",
                    Sentence.of("Kept, but it has no effect beside 'record'"));
        }
        boolean zero =
                numbers.number(record).filter(limit -> limit.signum() == 0).isPresent();
        if (!limited) {
            return given;
        }
        Obj strategy = Obj.EMPTY.with("strategy", zero ? "ZeroTolerance" : "Tolerance");
        return DataXRest.merged(strategy, given);
    }

    Obj speed() {
        Path path = SETTING.child("speed");
        Obj speed = Obj.EMPTY;
        if (numbers.isSet(path.child("channel"))) {
            speed = speed.with("concurrent", value(path.child("channel")));
            note(Note.Kind.MAPPED, "job.setting.speed.channel", "setting.speed.concurrent", Sentence.NONE);
        }
        Optional<BigDecimal> bytes = positive(path.child("byte"));
        boolean wholeMegabytes =
                bytes.filter(limit -> limit.remainder(MEGABYTE).signum() == 0).isPresent();
        if (wholeMegabytes) {
            long megabytes = bytes.orElseThrow().divide(MEGABYTE).longValue();
            speed = speed.with("throttle", new Bool(true)).with("mbps", new Num(megabytes));
            note(Note.Kind.MAPPED, "job.setting.speed.byte", "setting.speed.mbps", Sentence.NONE);
        } else if (bytes.isPresent()) {
            speed = speed.with("throttle", new Bool(false)).with("byte", value(path.child("byte")));
            note(
                    Note.Kind.MAPPED,
                    "job.setting.speed.byte",
                    "setting.speed.byte",
                    Sentence.of("Kept in bytes: it is no whole number of megabytes"));
        } else {
            speed = speed.with("throttle", new Bool(false));
        }
        if (positive(path.child("record")).isPresent()) {
            speed = speed.with("record", value(path.child("record")));
            note(Note.Kind.IDENTICAL, "job.setting.speed.record", "setting.speed.record", Sentence.NONE);
        }
        return speed;
    }

    /** DataX writes -1 for no limit. */
    private Optional<BigDecimal> positive(Path path) {
        return numbers.number(path).filter(limit -> limit.signum() > 0);
    }

    private ConfigValue value(Path path) {
        return document.read(path).orElseThrow();
    }

    private void note(Note.Kind kind, String from, String to, Sentence message) {
        notes.add(new Note(kind, from, to, message));
    }
}
