package io.sluice.engine.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Unrepresentable.Fraction;
import io.sluice.spi.Unrepresentable.InfiniteDate;
import io.sluice.spi.Unrepresentable.NonFiniteNumber;
import io.sluice.spi.Unrepresentable.ZeroCharacter;
import io.sluice.spi.Unrepresentable.ZeroDate;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Binary;
import io.sluice.spi.data.LogicalType.Bits;
import io.sluice.spi.data.LogicalType.Bool;
import io.sluice.spi.data.LogicalType.Date;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Instant;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Interval;
import io.sluice.spi.data.LogicalType.Json;
import io.sluice.spi.data.LogicalType.Real;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Time;
import io.sluice.spi.data.LogicalType.Time.Range;
import io.sluice.spi.data.LogicalType.Timestamp;
import io.sluice.spi.data.LogicalType.Uuid;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every type against every other: what the judgement says is what the kernels do with the extreme and the awkward
 * values of the source. EXACT and WIDENING reject none of them, LOSSY some, IMPOSSIBLE has no kernel at all.
 */
class TypeMappingTest {
    private static final String EMOJI = "😀";
    private static final String[] MOMENTS = {
        "0001-01-01T00:00", "1582-10-10T12:34:56", "2011-12-30T10:00", "2024-03-10T02:30", "9999-12-31T23:59:59"
    };

    /** A type with values of it, as a batch displays them. */
    record Domain(LogicalType type, List<String> values) {
        static Domain of(LogicalType type, String... values) {
            return new Domain(type, List.of(values));
        }

        @Override
        public String toString() {
            return type.toString();
        }
    }

    static final List<Domain> DOMAINS = domains();

    private static List<Domain> domains() {
        List<Domain> all = new ArrayList<>();
        all.add(Domain.of(new Bool(), "true", "false"));
        Stream.of(8, 16, 24, 32, 64).forEach(bits -> {
            long half = bits == 64 ? Long.MIN_VALUE : -1L << (bits - 1);
            all.add(Domain.of(new Int(bits, true), half + "", ~half + "", "0", "-1", "1"));
            String most = bits == 64 ? "18446744073709551615" : ((1L << bits) - 1) + "";
            all.add(Domain.of(new Int(bits, false), "0", most, "1", most.substring(0, most.length() - 1)));
        });
        all.add(Domain.of(
                new Real(32), "3.4028235E38", "-1.17549435E-38", "1.4E-45", "NaN", "-Infinity", "0.1", "-0.0"));
        all.add(Domain.of(
                new Real(64),
                "1.7976931348623157E308",
                "-2.2250738585072014E-308",
                "4.9E-324",
                "NaN",
                "Infinity",
                "0.30000000000000004",
                "-0.0",
                "9007199254740993"));
        for (int[] size : new int[][] {
            {1, 1}, {3, 0}, {5, 2}, {6, 6}, {9, 0}, {15, 2}, {16, 0}, {18, 0}, {18, 18}, {19, 0}, {20, 0}, {20, 4},
            {30, 4}, {65, 30}
        }) {
            all.add(decimal(size[0], size[1]));
        }
        all.add(Domain.of(
                Decimal.UNBOUNDED,
                "NaN",
                "Infinity",
                "-Infinity",
                "1" + "0".repeat(66_000),
                "0." + "0".repeat(400) + "1"));
        all.add(Domain.of(new Text(0), "a".repeat(66_000), EMOJI, "", "1"));
        all.add(text(new Text(3), 3));
        all.add(text(new Text(36), 36));
        all.add(text(new Text(16_383), 16_383));
        all.add(text(new Text(5, true), 5));
        all.add(text(Text.ofBytes(255), 63));
        all.add(Domain.of(Text.ofBytes(65_535), EMOJI.repeat(16_383), "a".repeat(65_535), ""));
        all.add(Domain.of(new Binary(0), "\\x00ff27", "\\x", "\\xc3a9" + "61".repeat(66_000)));
        all.add(Domain.of(new Binary(3), "\\x00ff27", "\\x", "\\xc3a961"));
        for (int length : new int[] {1, 8, 63, 64, 70}) {
            all.add(Domain.of(new Bits(length), "1".repeat(length), "0".repeat(length)));
            all.add(Domain.of(new Bits(length, true), "1".repeat(length), "0", ""));
        }
        all.add(Domain.of(new Bits(0, true), "1".repeat(66_000), ""));
        all.addAll(temporal());
        all.add(Domain.of(new Interval(), "P-178956970Y-8M-2147483648DT-2562047788H-54.775808S", "PT839H", "PT0S"));
        all.add(Domain.of(new Json(), "{\"b\":1, \"a\": 1.0}", "\"" + EMOJI.repeat(20_000) + "\"", "1"));
        all.add(Domain.of(new Uuid(), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"));
        return List.copyOf(all);
    }

    private static List<Domain> temporal() {
        List<Domain> all = new ArrayList<>();
        all.add(Domain.of(new Date(), "infinity", "-infinity", "+5874897-12-31", "-4712-01-01", "9999-12-31"));
        for (int digits : new int[] {0, 3, 6}) {
            all.add(Domain.of(
                    new Time(digits, Range.DAY), time("00:00:00", 0), time("24:00:00", 0), time("23:59:59", digits)));
            all.add(Domain.of(
                    new Time(digits, Range.HOURS_838),
                    time("-838:59:59", digits),
                    time("838:59:59", digits),
                    time("00:00:00", 0)));
            all.add(new Domain(new Timestamp(digits), moments(digits, "")));
            all.add(new Domain(new Instant(digits), moments(digits, "Z")));
        }
        return all;
    }

    private static Domain decimal(int precision, int scale) {
        String digits = "9".repeat(precision);
        String whole = precision == scale ? "0" : digits.substring(0, precision - scale);
        String most = whole + (scale == 0 ? "" : "." + digits.substring(precision - scale));
        return Domain.of(new Decimal(precision, scale), most, "-" + most, scale == 0 ? "0" : "0." + "0".repeat(scale));
    }

    private static Domain text(Text type, int characters) {
        return Domain.of(
                type, EMOJI.repeat(characters), "a".repeat(characters), "", "1", "x".repeat(Math.min(characters, 2)));
    }

    private static String time(String seconds, int digits) {
        return seconds + "." + "9".repeat(digits) + "0".repeat(6 - digits);
    }

    private static List<String> moments(int digits, String zone) {
        List<String> values = new ArrayList<>(List.of("infinity", "-infinity"));
        String fraction = digits == 0 ? "" : "." + "9".repeat(digits);
        values.add("+294246-12-30T23:59:59" + fraction + zone);
        values.add("-4712-01-01T00:00" + zone);
        for (String moment : MOMENTS) {
            values.add(moment + zone);
        }
        return values;
    }

    @ParameterizedTest
    @FieldSource("DOMAINS")
    void theJudgementIsWhatTheKernelsDo(Domain source) {
        for (Domain target : DOMAINS) {
            check(source, target.type(), ConversionRules.DEFAULT);
            if (isTemporal(source.type()) || isTemporal(target.type())) {
                check(source, target.type(), ConversionRules.DEFAULT.withZone(ZoneId.of("UTC")));
                check(source, target.type(), ConversionRules.DEFAULT.withZone(ZoneId.of("America/New_York")));
            }
        }
    }

    private static boolean isTemporal(LogicalType type) {
        return type instanceof Date || type instanceof Timestamp || type instanceof Instant;
    }

    private static void check(Domain source, LogicalType target, ConversionRules rules) {
        TypeMapping mapping = TypeMapping.of(source.type(), target, rules);
        Schema from = Schema.of(new Column("a", source.type()));
        Conversion conversion = Conversion.plan(from, Schema.of(new Column("a", target)), rules, true);
        String what = source.type() + " to " + target + " in " + rules.zone() + ": " + mapping;
        assertThat(mapping.kind() == Kind.EXACT)
                .as(what)
                .isEqualTo(source.type().equals(target));
        if (mapping.kind() == Kind.IMPOSSIBLE) {
            assertThat(conversion.impossible()).as(what).hasSize(1);
            assertThat(mapping.reason()).as(what).isNotBlank();
            return;
        }
        RowBatch batch = new RowBatch(from, source.values().size(), Long.MAX_VALUE);
        for (String value : source.values()) {
            Case.set(batch.vector(0), source.type(), batch.rows(), value);
            batch.endRow();
        }
        Rejects rejects = new Rejects();
        conversion.apply(batch, conversion.target(batch), rejects);
        if (mapping.kind() == Kind.LOSSY) {
            assertThat(mapping.reason()).as(what).isNotBlank();
            if (!refusedByTheTarget(source.type(), target)) {
                assertThat(rejects.all()).as(what).isNotEmpty();
            }
        } else {
            assertThat(rejects.all()).as(what).isEmpty();
        }
    }

    /** Only the target itself knows whether text is JSON or an interval. */
    private static boolean refusedByTheTarget(LogicalType source, LogicalType target) {
        return source instanceof Text && (target instanceof Json || target instanceof Interval);
    }

    @Test
    void nullAndNonFiniteValuesBelongToTheJudgementOfColumns() {
        Column source = new Column("a", new Real(64));
        Column required = new Column("b", new Real(64), false, "double", false);
        SchemaMapping mapping = SchemaMapping.of(
                Schema.of(source, source, source.withType(new Date()), required),
                Schema.of(required, source, source.withType(new Text(3)), required),
                ConversionRules.DEFAULT,
                new ValueChoices(new ZeroDate.Dirty(), TargetLimits.NONE_KNOWN, true));

        assertThat(mapping.columns().get(0).kind()).isEqualTo(Kind.LOSSY);
        assertThat(mapping.columns().get(0).reason()).contains("NaN", "NOT NULL");
        assertThat(mapping.columns().get(1).reason()).contains("NaN").doesNotContain("NULL");
        assertThat(mapping.columns().get(2).reason()).contains("3 characters");
        assertThat(mapping.worst()).isEqualTo(Kind.LOSSY);
        assertThat(SchemaMapping.of(
                                Schema.of(required), Schema.of(required), ConversionRules.DEFAULT, ValueChoices.NONE)
                        .worst())
                .isEqualTo(Kind.EXACT);
    }

    @Test
    void whatTheTaskChoosesIsSaidInPlaceOfWhatWouldBeDirty() {
        ValueChoices choices = new ValueChoices(
                new ZeroDate.ConvertToNull(),
                new TargetLimits(
                        false,
                        new Unrepresentable(
                                NonFiniteNumber.CONVERT_TO_NULL,
                                new InfiniteDate.Replace(LocalDate.of(9999, 12, 31), null),
                                ZeroCharacter.DIRTY,
                                Fraction.TRUNCATE)),
                true);
        Column fine = new Column("a", new Timestamp(6), false, "datetime", false);
        Column coarse = new Column("b", new Timestamp(0));
        Column required = new Column("c", new Timestamp(6), false, "timestamp", false);
        Column real = new Column("d", new Real(64));
        SchemaMapping mapping = SchemaMapping.of(
                Schema.of(fine, fine, real, real),
                Schema.of(coarse, required, real, new Column("e", new Real(64), false, "double", false)),
                ConversionRules.DEFAULT,
                choices);

        assertThat(mapping.columns().get(0).kind()).isEqualTo(Kind.LOSSY);
        assertThat(mapping.columns().get(0).reason())
                .isEqualTo("infinity becomes 9999-12-31, as the task says; further digits of a second are cut off, as"
                        + " the task says; zero dates become NULL, as the task says");
        assertThat(mapping.columns().get(1).reason()).endsWith("NULL does not fit a column that is NOT NULL");
        assertThat(mapping.columns().get(2).kind()).isEqualTo(Kind.EXACT);
        assertThat(mapping.columns().get(2).reason())
                .isEqualTo("NaN and infinite numbers become NULL, as the task says");
        assertThat(mapping.columns().get(3).reason()).contains("no NaN");
    }

    @Test
    void lengthsAreJudgedInTheTargetsUnit() {
        Map<Text, Kind> kinds = Map.of(
                new Text(63),
                Kind.WIDENING,
                new Text(64),
                Kind.LOSSY,
                Text.ofBytes(255),
                Kind.EXACT,
                Text.ofBytes(254),
                Kind.WIDENING);
        kinds.forEach((source, kind) -> assertThat(TypeMapping.of(source, Text.ofBytes(255), ConversionRules.DEFAULT)
                        .kind())
                .as("%s", source)
                .isEqualTo(kind));
        assertThat(TypeMapping.of(new Int(64, true), new Text(20), ConversionRules.DEFAULT)
                        .kind())
                .isEqualTo(Kind.WIDENING);
        assertThat(TypeMapping.of(new Int(64, true), new Text(19), ConversionRules.DEFAULT)
                        .kind())
                .isEqualTo(Kind.LOSSY);
    }
}
