package io.sluice.studio.ui.form;

import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.spi.config.ConfigValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** The edits of the channel section that touch more than one value. */
final class ChannelEdits {
    static final String BATCH = "batchSize";
    private static final long MEGABYTE = 1L << 20;
    private static final Path SPEED = Path.of("setting", "speed");
    private static final Path LIMIT = Path.of("setting", "errorLimit");

    /** The zone in which points in time become local times, and local times points in time. */
    static final Path ZONE = Path.of("setting", "common", "column", "timeZone");

    private ChannelEdits() {}

    /** Names the zone of local times; none for a blank text. */
    static ScriptDocument zone(ScriptDocument document, String zone) {
        return ScriptEdits.put(document, ZONE, zone.isBlank() ? null : new ConfigValue.Text(zone));
    }

    /** Limits the run to megabytes per second, or lifts the limit for a blank text. */
    static ScriptDocument megabytes(ScriptDocument document, String value) {
        Path throttle = SPEED.child("throttle");
        if (value.isBlank()) {
            ScriptDocument lifted = document.read(throttle).isPresent()
                    ? ScriptEdits.put(document, throttle, new ConfigValue.Bool(false))
                    : document;
            return lifted.without(SPEED.child("byte"));
        }
        ScriptDocument limited = parameter(document, throttle).isPresent()
                ? document
                : ScriptEdits.put(document, throttle, new ConfigValue.Bool(true));
        return ScriptEdits.put(limited, SPEED.child("mbps"), number(value));
    }

    /** Megabytes per second in force, or the parameter that will say them; blank for no limit. */
    static String megabytes(ScriptDocument document, Setting setting) {
        Path throttle = SPEED.child("throttle");
        boolean asked = parameter(document, throttle).isPresent();
        boolean limited = document.read(throttle)
                .filter(value -> value.toString().strip().equalsIgnoreCase("true"))
                .isPresent();
        Path mbps = SPEED.child("mbps");
        return (asked ? document.read(mbps).map(ConfigValue::toString) : Optional.<String>empty())
                .or(() -> limited ? parameter(document, mbps) : Optional.empty())
                .orElseGet(() -> megabytes(setting));
    }

    /** The text at a path when values of the run's parameters go into it. */
    static Optional<String> parameter(ScriptDocument document, Path path) {
        return document.read(path)
                .filter(value -> value instanceof ConfigValue.Text(String text)
                        && !Parameters.names(text).isEmpty())
                .map(ConfigValue::toString);
    }

    /** The policy that the script says; empty when a parameter of the run will. */
    static Optional<DirtyChoice> choice(ScriptDocument document, Setting.DirtyPolicy policy) {
        String strategy = document.read(LIMIT.child("strategy"))
                .map(value -> value.toString().strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (parameter(document, LIMIT.child("strategy")).isPresent()) {
            return Optional.empty();
        }
        boolean fixed = strategy.equals("zerotolerance") || strategy.equals("ignore");
        if (!fixed && parameter(document, LIMIT.child("record")).isPresent()) {
            return Optional.of(DirtyChoice.UP_TO);
        }
        boolean counted = !fixed
                && policy instanceof Setting.DirtyPolicy.AtMost
                && document.read(LIMIT.child("record")).isPresent();
        if (!fixed && !counted && parameter(document, LIMIT.child("percentage")).isPresent()) {
            return Optional.of(DirtyChoice.SHARE);
        }
        return Optional.of(DirtyChoice.of(policy));
    }

    /** The limit of a policy as a form shows it: a number, a share in per cent, or the parameter that will say it. */
    static String limit(ScriptDocument document, DirtyChoice choice, Setting.DirtyPolicy policy) {
        return switch (choice) {
            case UP_TO -> parameter(document, LIMIT.child("record")).orElseGet(() -> limit(policy));
            case SHARE -> parameter(document, LIMIT.child("percentage")).orElseGet(() -> limit(policy));
            case NONE, ANY -> limit(policy);
        };
    }

    /** Megabytes per second in force; blank for no limit. */
    static String megabytes(Setting setting) {
        return setting.speed().bytesPerSecond().isEmpty()
                ? ""
                : BigDecimal.valueOf(setting.speed().bytesPerSecond().getAsLong())
                        .divide(BigDecimal.valueOf(MEGABYTE), 3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Chooses a policy; a limit that it needs and the script lacks starts with a small one. */
    static ScriptDocument policy(ScriptDocument document, DirtyChoice choice) {
        Path strategy = LIMIT.child("strategy");
        Path record = LIMIT.child("record");
        Path share = LIMIT.child("percentage");
        return switch (choice) {
            case NONE -> ScriptEdits.put(document, strategy, new ConfigValue.Text("ZeroTolerance"));
            case ANY -> ScriptEdits.put(document, strategy, new ConfigValue.Text("Ignore"));
            case UP_TO -> {
                ScriptDocument tolerant = ScriptEdits.put(document, strategy, new ConfigValue.Text("Tolerance"));
                yield parameter(tolerant, record).isPresent()
                                || Setting.of(tolerant).dirtyPolicy() instanceof Setting.DirtyPolicy.AtMost limit
                                        && limit.records() > 0
                        ? tolerant
                        : ScriptEdits.put(tolerant, record, new ConfigValue.Num(100));
            }
            case SHARE -> {
                ScriptDocument tolerant = ScriptEdits.put(document, strategy, new ConfigValue.Text("Tolerance"))
                        .without(record);
                yield tolerant.read(share).isPresent()
                        ? tolerant
                        : ScriptEdits.put(tolerant, share, new ConfigValue.Num("0.001"));
            }
        };
    }

    /** Changes the limit of the policy chosen: a number of records, or a share in per cent. */
    static ScriptDocument tolerated(ScriptDocument document, DirtyChoice choice, String value) {
        return choice == DirtyChoice.SHARE
                ? ScriptEdits.put(document, LIMIT.child("percentage"), share(value))
                : ScriptEdits.put(document, LIMIT.child("record"), value.isBlank() ? null : number(value));
    }

    private static ConfigValue share(String percent) {
        try {
            return new ConfigValue.Num(new BigDecimal(percent.strip())
                    .movePointLeft(2)
                    .stripTrailingZeros()
                    .toPlainString());
        } catch (NumberFormatException noNumber) {
            return new ConfigValue.Text(percent);
        }
    }

    static String limit(Setting.DirtyPolicy policy) {
        return switch (policy) {
            case Setting.DirtyPolicy.AtMost limit -> Long.toString(limit.records());
            case Setting.DirtyPolicy.AtMostShare share -> percent(share.share());
            case Setting.DirtyPolicy.Unlimited ignored -> "";
        };
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** Rows of one transaction, a parameter of the writer. */
    static ScriptDocument batch(ScriptDocument document, String value) {
        return ScriptEdits.parameter(document, Side.WRITER, BATCH)
                .map(path -> ScriptEdits.put(document, path, value.isBlank() ? null : number(value)))
                .orElse(document);
    }

    /** A number when the text is one, else the text, so that the check of the script names what is wrong. */
    static ConfigValue number(String text) {
        String plain = text.strip();
        return plain.toLowerCase(Locale.ROOT).matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
                ? new ConfigValue.Num(plain)
                : new ConfigValue.Text(plain);
    }
}
