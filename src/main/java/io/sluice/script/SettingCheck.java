package io.sluice.script;

import static io.sluice.script.SettingReader.BYTE;
import static io.sluice.script.SettingReader.CONCURRENT;
import static io.sluice.script.SettingReader.DMU;
import static io.sluice.script.SettingReader.EXECUTE_MODE;
import static io.sluice.script.SettingReader.MAX_CONCURRENT;
import static io.sluice.script.SettingReader.MAX_RETRIES;
import static io.sluice.script.SettingReader.MBPS;
import static io.sluice.script.SettingReader.PERCENTAGE;
import static io.sluice.script.SettingReader.RECORD;
import static io.sluice.script.SettingReader.RETRY_CONFLICT;
import static io.sluice.script.SettingReader.RETRY_CONNECTION;
import static io.sluice.script.SettingReader.SETTING;
import static io.sluice.script.SettingReader.SPEED_RECORD;
import static io.sluice.script.SettingReader.STRATEGY;
import static io.sluice.script.SettingReader.THROTTLE;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks {@code setting}: limits, speed and conversion. */
final class SettingCheck {
    private static final Set<String> STRATEGIES = Set.of("ZeroTolerance", "Tolerance", "Ignore");
    private static final Set<String> KEYS = Set.of(
            "errorLimit",
            "speed",
            "executeMode",
            "jvmOption",
            "jvmMemory",
            "failoverEnable",
            "retry",
            "common",
            "locale",
            "dryRun",
            "verify",
            "column");
    private static final Set<String> LIMIT_KEYS = Set.of("strategy", "record", "percentage");
    private static final Set<String> SPEED_KEYS =
            Set.of("concurrent", "throttle", "mbps", "dmu", "record", "channel", "byte", "jvmOption");
    private static final Set<String> RETRY_KEYS = Set.of("conflict", "connection");
    private static final List<Path> FLAGS =
            List.of(THROTTLE, SETTING.child("failoverEnable"), SETTING.child("dryRun"), SETTING.child("verify"));
    private static final List<Path> AMOUNTS = List.of(SPEED_RECORD, BYTE);
    private static final int DISTRIBUTED_MINIMUM = 8;

    private final ScriptDocument document;
    private final Findings findings;
    private final SettingReader setting;

    SettingCheck(ScriptDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
        this.setting = new SettingReader(document);
    }

    void run() {
        known(SETTING, KEYS);
        known(SETTING.child("errorLimit"), LIMIT_KEYS);
        known(SETTING.child("speed"), SPEED_KEYS);
        known(SETTING.child("retry"), RETRY_KEYS);
        retries(RETRY_CONFLICT);
        retries(RETRY_CONNECTION);
        concurrent();
        throttle();
        errorLimit();
        percentage();
        zone();
        FLAGS.forEach(this::flag);
        AMOUNTS.forEach(this::amount);
    }

    private void zone() {
        Path zone = SETTING.resolve(Path.of("common", "column", "timeZone"));
        if (setting.isSet(zone) && !isParameter(zone)) {
            if (setting.text(zone).isEmpty()) {
                findings.error("S037", zone, Sentence.of("Expected a text"));
            } else if (setting.zone().isEmpty()) {
                findings.error("S037", zone, Sentence.of("Unknown time zone; write it like Europe/Berlin or GMT+8"));
            }
        }
    }

    /** What is neither true nor false would count as false, without a word. */
    private void flag(Path path) {
        String word = document.read(path).map(ConfigValue::toString).orElse("").strip();
        boolean known = word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
        if (setting.isSet(path) && !isParameter(path) && !known) {
            findings.error("S037", path, Sentence.of("Expected true or false"));
        }
    }

    /** A limit that is no number would be none, without a word. */
    private void amount(Path path) {
        if (setting.isSet(path) && !isParameter(path) && setting.number(path).isEmpty()) {
            findings.error("S037", path, Sentence.of("Expected a whole number"));
        }
    }

    private void known(Path path, Set<String> keys) {
        if (document.find(path) instanceof Node.ObjectNode object) {
            for (Node.Member member : object.members()) {
                if (!keys.contains(member.name())) {
                    findings.unknown(path.child(member.name()), member.name(), keys);
                }
            }
        } else if (setting.isSet(path)) {
            findings.error("S037", path, Sentence.of("Expected an object: { … }"));
        }
    }

    private void concurrent() {
        if (!setting.isSet(CONCURRENT) || isParameter(CONCURRENT)) {
            return;
        }
        int concurrent = setting.whole(CONCURRENT).orElse(0);
        if (concurrent < 1 || concurrent > MAX_CONCURRENT) {
            findings.error(
                    "S040",
                    CONCURRENT,
                    Sentence.of("'concurrent' must be a whole number from 1 to {0}", MAX_CONCURRENT));
            return;
        }
        boolean distributed = setting.text(EXECUTE_MODE).orElse("").equalsIgnoreCase("distribute");
        if (distributed && concurrent < DISTRIBUTED_MINIMUM) {
            findings.error("S043", EXECUTE_MODE, Sentence.of("A distributed run needs 'concurrent' of at least 8"));
        }
        int units = setting.whole(DMU).orElse(Integer.MAX_VALUE);
        if (concurrent > units) {
            findings.warning("S044", CONCURRENT, Sentence.of("'concurrent' is greater than 'dmu' ({0})", units));
        }
    }

    private void throttle() {
        if (setting.isTrue(THROTTLE)
                && !isParameter(MBPS)
                && setting.whole(MBPS).orElse(0) < 1) {
            Path path = document.read(MBPS).isPresent() ? MBPS : THROTTLE;
            findings.error(
                    "S041", path, Sentence.of("'throttle' needs 'mbps': whole megabytes per second, at least 1"));
        }
    }

    private void errorLimit() {
        String strategy = setting.text(STRATEGY).orElse("");
        if (!strategy.isEmpty() && STRATEGIES.stream().noneMatch(strategy::equalsIgnoreCase)) {
            String near = Nearest.of(strategy, STRATEGIES);
            findings.error(
                    "S042", STRATEGY, Sentence.of("'strategy' must be ZeroTolerance, Tolerance or Ignore"), near);
        }
        boolean tolerance = strategy.toLowerCase(Locale.ROOT).equals("tolerance");
        if (tolerance && !setting.isSet(RECORD) && !setting.isSet(PERCENTAGE)) {
            findings.error(
                    "S042", STRATEGY, Sentence.of("'Tolerance' needs 'record': how many dirty records are left out"));
        }
        if (setting.isSet(RECORD) && !isParameter(RECORD)) {
            Optional<BigDecimal> record = setting.number(RECORD);
            if (record.isEmpty() || record.get().signum() < 0 || !isWhole(record.get())) {
                findings.error("S042", RECORD, Sentence.of("'record' must be a whole number, 0 or more"));
            }
        }
    }

    private void percentage() {
        if (setting.isSet(PERCENTAGE) && !isParameter(PERCENTAGE)) {
            boolean share = setting.number(PERCENTAGE)
                    .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0)
                    .isPresent();
            if (!share) {
                findings.error(
                        "S042", PERCENTAGE, Sentence.of("'percentage' must be a share from 0 to 1, for example 0.02"));
            }
        }
    }

    private void retries(Path path) {
        if (setting.isSet(path) && !isParameter(path)) {
            int wanted = setting.whole(path).orElse(-1);
            if (wanted < 0 || wanted > MAX_RETRIES) {
                findings.error(
                        "S045",
                        path,
                        Sentence.of("A number of retries must be a whole number from 0 to {0}", MAX_RETRIES));
            }
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private boolean isParameter(Path path) {
        return document.read(path).map(ConfigValue::toString).orElse("").contains("${");
    }
}
