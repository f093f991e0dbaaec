package io.sluice.script;

import static io.sluice.script.FieldSchema.types;

import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Says in JSON schema what {@code setting} may hold. */
final class SettingSchema {
    private final UnaryOperator<String> words;

    /** @param words the user's own for an English text */
    SettingSchema(UnaryOperator<String> words) {
        this.words = words;
    }

    Obj setting() {
        Obj properties = Obj.EMPTY
                .with("errorLimit", object("How many dirty records are left out before the task fails.", errorLimit()))
                .with("speed", object("How fast the task may run.", speed()))
                .with(
                        "common",
                        object("Rules for all columns.", Obj.EMPTY.with("column", object("Conversion.", column()))))
                .with("executeMode", described(types("string", "null"), "`distribute` runs on several machines."))
                .with(
                        "failoverEnable",
                        truth(
                                "Resume a run once by itself when it fails for a transient reason, such as a lost connection."))
                .with("retry", object("How often work is tried again before the task fails.", retry()))
                .with("dryRun", truth("Check every row and write none."))
                .with("verify", truth("After a successful run compare all rows of source and target."))
                .with(
                        "jvmOption",
                        described(types("string"), "Options of the process; empty leaves them to the system."));
        return object("How the task runs.", properties);
    }

    private Obj errorLimit() {
        Obj strategies = Obj.EMPTY
                .with("enum", Array.ofTexts(List.of("ZeroTolerance", "Tolerance", "Ignore")))
                .with(
                        "enumDescriptions",
                        Array.ofTexts(Stream.of(
                                        "The first dirty record fails the task.",
                                        "Up to `record` dirty records are left out, one more fails the task.",
                                        "Dirty records are left out without limit.")
                                .map(words)
                                .toList()));
        return Obj.EMPTY
                .with("strategy", described(strategies, "What happens to records that cannot be written."))
                .with("record", number("The greatest number of dirty records, 0 or more.", 0))
                .with(
                        "percentage",
                        described(types("number", "string"), "The greatest share of dirty records, 0 to 1."));
    }

    private Obj speed() {
        return Obj.EMPTY
                .with(
                        "concurrent",
                        number("Channels at the same time, 1 to 32.", 1)
                                .with("maximum", new Num(SettingReader.MAX_CONCURRENT))
                                .with("default", new Num(3)))
                .with("throttle", truth("Whether `mbps` limits the job."))
                .with("mbps", number("Megabytes per second of the whole job.", 1))
                .with("record", number("Records per second of the whole job.", 1));
    }

    private Obj retry() {
        return Obj.EMPTY
                .with("conflict", retries("Tries of a batch after a deadlock or lock timeout; default 8."))
                .with("connection", retries("Tries to get a lost connection back; default 8, more than a minute."));
    }

    private Obj retries(String help) {
        return number(help, 0).with("maximum", new Num(SettingReader.MAX_RETRIES));
    }

    private Obj column() {
        return Obj.EMPTY
                .with("timeZone", format("Zone of dates written as text, for example `Europe/Berlin` or `GMT+8`."))
                .with("datetimeFormat", format("Default: `yyyy-MM-dd HH:mm:ss`"))
                .with("dateFormat", format("Default: `yyyy-MM-dd`"))
                .with("timeFormat", format("Default: `HH:mm:ss`"))
                .with("extraFormats", described(types("array"), "Tried after the others. Default: `[\"yyyyMMdd\"]`"))
                .with("encoding", format("Default: `utf-8`"));
    }

    private Obj object(String help, Obj properties) {
        return described(types("object").with("properties", properties), help);
    }

    private Obj format(String help) {
        return described(types("string"), help);
    }

    private Obj number(String help, int minimum) {
        return described(types("integer", "string"), help).with("minimum", new Num(minimum));
    }

    private Obj truth(String help) {
        Obj values = Obj.EMPTY.with("enum", new Array(List.of(new Bool(true), new Bool(false))));
        return described(values, help);
    }

    private Obj described(Obj schema, String help) {
        return schema.with("markdownDescription", new Text(words.apply(help)));
    }
}
