package io.sluice.script;

import io.sluice.script.Setting.Conversion;
import io.sluice.script.Setting.DirtyPolicy;
import io.sluice.script.Setting.Retry;
import io.sluice.script.Setting.Speed;
import io.sluice.spi.config.ConfigValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads {@code setting}, with numbers and truth values as they are or as text; what is wrong takes its default. */
final class SettingReader {
    static final Path SETTING = Path.of("setting");
    static final Path STRATEGY = SETTING.resolve(Path.of("errorLimit", "strategy"));
    static final Path RECORD = SETTING.resolve(Path.of("errorLimit", "record"));
    static final Path PERCENTAGE = SETTING.resolve(Path.of("errorLimit", "percentage"));
    static final Path CONCURRENT = SETTING.resolve(Path.of("speed", "concurrent"));
    static final Path CHANNEL = SETTING.resolve(Path.of("speed", "channel"));
    static final Path THROTTLE = SETTING.resolve(Path.of("speed", "throttle"));
    static final Path MBPS = SETTING.resolve(Path.of("speed", "mbps"));
    static final Path BYTE = SETTING.resolve(Path.of("speed", "byte"));
    static final Path SPEED_RECORD = SETTING.resolve(Path.of("speed", "record"));
    static final Path DMU = SETTING.resolve(Path.of("speed", "dmu"));
    static final Path EXECUTE_MODE = SETTING.child("executeMode");
    static final Path RETRY_CONFLICT = SETTING.resolve(Path.of("retry", "conflict"));
    static final Path RETRY_CONNECTION = SETTING.resolve(Path.of("retry", "connection"));
    static final int MAX_CONCURRENT = 32;
    static final int MAX_RETRIES = 1000;
    static final long MEGABYTE = 1L << 20;
    private static final Path COLUMN = SETTING.resolve(Path.of("common", "column"));

    private final ScriptDocument document;

    SettingReader(ScriptDocument document) {
        this.document = document;
    }

    Setting setting() {
        return new Setting(
                dirtyPolicy(),
                speed(),
                conversion(),
                isTrue(SETTING.child("failoverEnable")),
                new Retry(
                        retries(RETRY_CONFLICT, Retry.DEFAULT.conflicts()),
                        retries(RETRY_CONNECTION, Retry.DEFAULT.connections())),
                isTrue(SETTING.child("dryRun")),
                text(EXECUTE_MODE).orElse("").equalsIgnoreCase("distribute"),
                text(SETTING.child("jvmOption"))
                        .or(() -> text(SETTING.resolve(Path.of("speed", "jvmOption"))))
                        .orElse(""),
                isTrue(SETTING.child("verify")));
    }

    private DirtyPolicy dirtyPolicy() {
        Optional<BigDecimal> record = number(RECORD).filter(limit -> limit.signum() >= 0);
        Optional<BigDecimal> share = number(PERCENTAGE);
        return switch (text(STRATEGY).orElse("").toLowerCase(Locale.ROOT)) {
            case "zerotolerance" -> new DirtyPolicy.AtMost(0);
            case "ignore" -> new DirtyPolicy.Unlimited();
            case "tolerance" -> limit(record, share).orElse(new DirtyPolicy.AtMost(0));
            default -> limit(record, share).orElse(new DirtyPolicy.Unlimited());
        };
    }

    /** A number of records rules out a share, as it does in DataX. */
    private static Optional<DirtyPolicy> limit(Optional<BigDecimal> record, Optional<BigDecimal> share) {
        return record.<DirtyPolicy>map(limit -> new DirtyPolicy.AtMost(clamped(limit)))
                .or(() -> share.map(DirtyPolicy.AtMostShare::new));
    }

    private static long clamped(BigDecimal number) {
        return number.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    private Speed speed() {
        int concurrent = whole(CONCURRENT).isPresent()
                ? whole(CONCURRENT).getAsInt()
                : whole(CHANNEL).orElse(1);
        return new Speed(Math.clamp(concurrent, 1, MAX_CONCURRENT), bytesPerSecond(), positive(SPEED_RECORD, 1));
    }

    private int retries(Path path, int usual) {
        OptionalInt wanted = whole(path);
        return wanted.isPresent() ? Math.clamp(wanted.getAsInt(), 0, MAX_RETRIES) : usual;
    }

    private OptionalLong bytesPerSecond() {
        return isTrue(THROTTLE) && number(MBPS).isPresent() ? positive(MBPS, MEGABYTE) : positive(BYTE, 1);
    }

    private OptionalLong positive(Path path, long unit) {
        return number(path)
                .map(number -> number.multiply(BigDecimal.valueOf(unit)))
                .filter(number -> number.compareTo(BigDecimal.ONE) >= 0)
                .map(number -> OptionalLong.of(clamped(number)))
                .orElse(OptionalLong.empty());
    }

    private Conversion conversion() {
        Conversion usual = Conversion.DEFAULT;
        return new Conversion(
                zone(),
                text(COLUMN.child("datetimeFormat")).orElse(usual.datetimeFormat()),
                text(COLUMN.child("dateFormat")).orElse(usual.dateFormat()),
                text(COLUMN.child("timeFormat")).orElse(usual.timeFormat()),
                texts(COLUMN.child("extraFormats")).orElse(usual.extraFormats()),
                text(COLUMN.child("encoding")).orElse(usual.encoding()));
    }

    Optional<ZoneId> zone() {
        try {
            return text(COLUMN.child("timeZone")).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<List<String>> texts(Path path) {
        return document.read(path).map(value -> {
            List<ConfigValue> items = value instanceof ConfigValue.Array array ? array.items() : List.of(value);
            return items.stream()
                    .filter(item -> item instanceof ConfigValue.Text text
                            && !text.value().isEmpty())
                    .map(ConfigValue::toString)
                    .toList();
        });
    }

    /** The text at the path; empty when it is missing, blank or no text. */
    Optional<String> text(Path path) {
        return document.read(path)
                .filter(value ->
                        value instanceof ConfigValue.Text text && !text.value().isBlank())
                .map(value -> value.toString().strip());
    }

    /** Whether the path holds anything but null and blank text. */
    boolean isSet(Path path) {
        return document.read(path)
                .filter(value -> !(value instanceof ConfigValue.Null))
                .filter(value ->
                        !(value instanceof ConfigValue.Text text && text.value().isBlank()))
                .isPresent();
    }

    boolean isTrue(Path path) {
        return document.read(path)
                .filter(value -> value instanceof ConfigValue.Bool bool && bool.value()
                        || value instanceof ConfigValue.Text text
                                && text.value().strip().equalsIgnoreCase("true"))
                .isPresent();
    }

    /** The number at the path, written as number or text; empty when it is missing or no number. */
    Optional<BigDecimal> number(Path path) {
        return document.read(path)
                .filter(value -> value instanceof ConfigValue.Num || value instanceof ConfigValue.Text)
                .flatMap(value -> Numbers.parse(value.toString().strip()));
    }

    /** The whole number at the path, if it is one that an int can hold. */
    OptionalInt whole(Path path) {
        return number(path).flatMap(Numbers::whole).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
