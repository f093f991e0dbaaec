package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType.Binary;
import io.sluice.spi.data.LogicalType.Bits;
import io.sluice.spi.data.LogicalType.Bool;
import io.sluice.spi.data.LogicalType.Date;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Json;
import io.sluice.spi.data.LogicalType.Real;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Uuid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One line for each value: what it is, where it goes, and what arrives; null means that the row is dirty. */
class ConversionTest {
    private static final Int S64 = Int.INT64;
    private static final Int S32 = Int.INT32;
    private static final Int U64 = new Int(64, false);
    private static final Int U32 = new Int(32, false);
    private static final Text TEXT = Text.UNBOUNDED;
    private static final Real FLOAT = new Real(32);
    private static final Real DOUBLE = new Real(64);

    static final Case[] WHOLE_NUMBERS = {
        new Case(U64, "18446744073709551615", U64, "18446744073709551615"),
        new Case(U64, "18446744073709551615", new Decimal(20, 0), "18446744073709551615"),
        new Case(U64, "18446744073709551615", new Decimal(18, 0), null),
        new Case(U64, "18446744073709551615", TEXT, "18446744073709551615"),
        new Case(U64, "18446744073709551615", S64, null),
        new Case(U64, "9223372036854775807", S64, "9223372036854775807"),
        new Case(U64, "18446744073709551615", U32, null),
        new Case(U64, "18446744073709551615", DOUBLE, null),
        new Case(U64, "9223372036854775808", DOUBLE, "9.223372036854776E18"),
        new Case(S64, "-1", U64, null),
        new Case(S64, "-9223372036854775808", S64, "-9223372036854775808"),
        new Case(S64, "-9223372036854775808", TEXT, "-9223372036854775808"),
        new Case(S64, "-9223372036854775808", Decimal.UNBOUNDED, "-9223372036854775808"),
        new Case(S64, "-9223372036854775808", S32, null),
        new Case(S64, "2147483647", S32, "2147483647"),
        new Case(S64, "2147483648", S32, null),
        new Case(U32, "4294967295", S64, "4294967295"),
        new Case(U32, "4294967295", S32, null),
        new Case(S64, "300", new Int(8, true), null),
        new Case(S64, "255", new Int(8, false), "255"),
        new Case(S64, "8388608", new Int(24, true), null),
        new Case(S64, "9007199254740993", DOUBLE, null),
        new Case(S64, "9007199254740992", DOUBLE, "9.007199254740992E15"),
        new Case(S64, "9223372036854775807", DOUBLE, null),
        new Case(S64, "16777217", FLOAT, null),
        new Case(S64, "16777216", FLOAT, "1.6777216E7"),
        new Case(S64, "1", new Bool(), "true"),
        new Case(S64, "2", new Bool(), null),
        new Case(S64, "7", new Decimal(5, 2), "7.00"),
        new Case(S64, "1000", new Decimal(5, 2), null),
        new Case(S64, "9223372036854775807", new Decimal(18, 2), null),
        new Case(S64, "5", new Bits(8), "00000101"),
        new Case(S64, "256", new Bits(8), null),
        new Case(S64, "-1", new Bits(64), null),
        new Case(U64, "18446744073709551615", new Bits(64), "1".repeat(64)),
        new Case(S64, "5", new Binary(0), null),
    };

    static final Case[] DECIMALS = {
        new Case(new Decimal(10, 2), "1.10", TEXT, "1.10"),
        new Case(new Decimal(10, 2), "1.10", new Decimal(12, 3), "1.100"),
        new Case(new Decimal(10, 2), "1.10", new Decimal(10, 1), "1.1"),
        new Case(new Decimal(10, 2), "1.11", new Decimal(10, 1), null),
        new Case(new Decimal(10, 2), "-0.05", new Decimal(40, 20), "-0.05"),
        new Case(new Decimal(10, 1), "123456789.1", new Decimal(10, 2), null),
        new Case(new Decimal(10, 2), "99999999.99", new Decimal(9, 2), null),
        new Case(new Decimal(10, 2), "9999999.99", new Decimal(9, 2), "9999999.99"),
        new Case(
                new Decimal(65, 30),
                "12345678901234567890123456789012345.123456789012345678901234567890",
                new Decimal(65, 30),
                "12345678901234567890123456789012345.123456789012345678901234567890"),
        new Case(
                new Decimal(65, 30),
                "12345678901234567890123456789012345.123456789012345678901234567890",
                Decimal.UNBOUNDED,
                "12345678901234567890123456789012345.123456789012345678901234567890"),
        new Case(Decimal.UNBOUNDED, "1.5000", new Decimal(20, 1), "1.5000"),
        new Case(Decimal.UNBOUNDED, "1.51", new Decimal(20, 1), null),
        new Case(Decimal.UNBOUNDED, "0.0", new Decimal(20, 0), "0.0"),
        new Case(Decimal.UNBOUNDED, "100000000000000000000", new Decimal(20, 0), null),
        new Case(Decimal.UNBOUNDED, "12.5", new Decimal(4, 2), "12.50"),
        new Case(Decimal.UNBOUNDED, "123.5", new Decimal(4, 2), null),
        new Case(Decimal.UNBOUNDED, "NaN", new Decimal(30, 2), null),
        new Case(Decimal.UNBOUNDED, "NaN", new Decimal(10, 2), null),
        new Case(Decimal.UNBOUNDED, "Infinity", new Decimal(30, 2), null),
        new Case(Decimal.UNBOUNDED, "NaN", DOUBLE, "NaN"),
        new Case(Decimal.UNBOUNDED, "NaN", S64, null),
        new Case(Decimal.UNBOUNDED, "1." + "0".repeat(30), S64, "1"),
        new Case(Decimal.UNBOUNDED, "18446744073709551615", U64, "18446744073709551615"),
        new Case(Decimal.UNBOUNDED, "18446744073709551616", U64, null),
        new Case(new Decimal(10, 2), "3.00", S64, "3"),
        new Case(new Decimal(10, 2), "3.01", S64, null),
        new Case(new Decimal(10, 2), "0.10", DOUBLE, "0.1"),
        new Case(Decimal.UNBOUNDED, "0.1000000000000000055511151231257827", DOUBLE, null),
        new Case(Decimal.UNBOUNDED, "1" + "0".repeat(400), DOUBLE, null),
        new Case(new Decimal(10, 2), "1.00", new Bool(), null),
        new Case(new Decimal(10, 2), "1.00", new Date(), null),
    };

    static final Case[] REALS = {
        new Case(DOUBLE, "1.7976931348623157E308", TEXT, "1.7976931348623157E308"),
        new Case(DOUBLE, "4.9E-324", TEXT, "4.9E-324"),
        new Case(DOUBLE, "0.30000000000000004", TEXT, "0.30000000000000004"),
        new Case(DOUBLE, "NaN", TEXT, "NaN"),
        new Case(FLOAT, "0.1", TEXT, "0.1"),
        new Case(FLOAT, "0.1", DOUBLE, "0.1"),
        new Case(FLOAT, "3.4028235E38", DOUBLE, "3.4028235E38"),
        new Case(FLOAT, "16777216", DOUBLE, "1.6777216E7"),
        new Case(FLOAT, "-Infinity", DOUBLE, "-Infinity"),
        new Case(DOUBLE, "0.1", FLOAT, "0.1"),
        new Case(DOUBLE, "0.10000000149", FLOAT, null),
        new Case(DOUBLE, "1E39", FLOAT, null),
        new Case(DOUBLE, "16777217", FLOAT, null),
        new Case(DOUBLE, "2.5", new Decimal(10, 2), "2.50"),
        new Case(DOUBLE, "2.555", new Decimal(10, 2), null),
        new Case(DOUBLE, "NaN", new Decimal(10, 2), null),
        new Case(DOUBLE, "Infinity", Decimal.UNBOUNDED, null),
        new Case(DOUBLE, "1E300", Decimal.UNBOUNDED, "1" + "0".repeat(300)),
        new Case(FLOAT, "0.1", new Decimal(10, 1), "0.1"),
        new Case(DOUBLE, "3", S64, "3"),
        new Case(DOUBLE, "3.5", S64, null),
        new Case(DOUBLE, "NaN", S64, null),
        new Case(DOUBLE, "9.223372036854775807E18", S64, null),
        new Case(DOUBLE, "9.223372036854775807E18", U64, "9223372036854775808"),
        new Case(DOUBLE, "1.0", new Bool(), null),
        new Case(DOUBLE, "NaN", new Json(), null),
        new Case(DOUBLE, "1.5", new Json(), "1.5"),
    };

    static final Case[] TEXTS = {
        new Case(TEXT, "42", S64, "42"),
        new Case(TEXT, "-42", S32, "-42"),
        new Case(TEXT, "007", S64, null),
        new Case(TEXT, "1,234", S64, null),
        new Case(TEXT, " 1 ", S64, null),
        new Case(TEXT, "0x1F", S64, null),
        new Case(TEXT, "１２", S64, null),
        new Case(TEXT, "+1", S64, null),
        new Case(TEXT, "1.0", S64, null),
        new Case(TEXT, "", S64, null),
        new Case(TEXT, "-", S64, null),
        new Case(TEXT, "NaN", S64, null),
        new Case(TEXT, "9223372036854775808", S64, null),
        new Case(TEXT, "18446744073709551615", U64, "18446744073709551615"),
        new Case(TEXT, "1.10", new Decimal(10, 2), "1.10"),
        new Case(TEXT, "1e3", new Decimal(10, 2), "1000.00"),
        new Case(TEXT, "1.", new Decimal(10, 2), null),
        new Case(TEXT, ".5", new Decimal(10, 2), null),
        new Case(TEXT, "00.5", new Decimal(10, 2), null),
        new Case(TEXT, "1.005", new Decimal(10, 2), null),
        new Case(TEXT, "1e999999999", Decimal.UNBOUNDED, null),
        new Case(TEXT, "0.1", DOUBLE, "0.1"),
        new Case(TEXT, "1e-400", DOUBLE, null),
        new Case(TEXT, "1e400", DOUBLE, null),
        new Case(TEXT, "0e0", DOUBLE, "0.0"),
        new Case(TEXT, "-Infinity", DOUBLE, "-Infinity"),
        new Case(TEXT, "infinity", DOUBLE, null),
        new Case(TEXT, "1f", DOUBLE, null),
        new Case(TEXT, "1 ", DOUBLE, null),
        new Case(TEXT, "3.14159265358979323846", DOUBLE, null),
        new Case(TEXT, "16777217", FLOAT, null),
        new Case(TEXT, "TRUE", new Bool(), "true"),
        new Case(TEXT, "false", new Bool(), "false"),
        new Case(TEXT, "1", new Bool(), null),
        new Case(TEXT, "yes", new Bool(), null),
        new Case(TEXT, "abcdé", new Text(5), "abcdé"),
        new Case(TEXT, "abcdéf", new Text(5), null),
        new Case(TEXT, "😀".repeat(10), new Text(10), "😀".repeat(10)),
        new Case(TEXT, "\\N\t\"", new Binary(0), "\\x5c4e0922"),
        new Case(TEXT, "abc", new Binary(2), null),
        new Case(new Binary(0), "\\xc3a9", TEXT, "é"),
        new Case(new Binary(0), "\\x00ff27", TEXT, null),
        new Case(new Binary(0), "\\x00ff27", S64, null),
        new Case(new Binary(0), "\\x00ff27", new Binary(16), "\\x00ff27"),
        new Case(TEXT, "0101", new Bits(4), "0101"),
        new Case(TEXT, "101", new Bits(4), null),
        new Case(TEXT, "0121", new Bits(4), null),
        new Case(new Bits(8), "10000001", S64, "129"),
        new Case(new Bits(64), "1".repeat(64), S64, null),
        new Case(new Bits(64), "1".repeat(64), U64, "18446744073709551615"),
        new Case(new Bits(8), "10000001", TEXT, "10000001"),
        new Case(new Bits(8), "10000001", new Bits(4), null),
        new Case(new Bits(8), "00001001", new Bits(4), null),
        new Case(new Bits(8), "00001001", new Bits(16), null),
        new Case(new Bits(8), "00001001", new Bits(16, true), "00001001"),
        new Case(new Bits(8), "00001001", new Bits(4, true), null),
        new Case(new Bits(8, true), "101", new Bits(8), null),
        new Case(new Bits(8, true), "00000101", new Bits(8), "00000101"),
        new Case(new Bits(0, true), "101", new Bits(8, true), "101"),
        new Case(new Bits(1, true), "", new Bool(), null),
        new Case(S64, "5", new Bits(0, true), "101"),
        new Case(TEXT, "101", new Bits(4, true), "101"),
        new Case(TEXT, "10101", new Bits(4, true), null),
        new Case(new Bits(1), "1", new Bool(), "true"),
        new Case(new Bits(8), "00000001", new Bool(), null),
        new Case(TEXT, "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", new Uuid(), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        new Case(TEXT, "a0eebc999c0b4ef8bb6d6bb9bd380a11", new Uuid(), null),
        new Case(new Uuid(), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", TEXT, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        new Case(new Json(), "{\"b\":1, \"a\": 1.0}", TEXT, "{\"b\":1, \"a\": 1.0}"),
        new Case(new Bool(), "true", S32, "1"),
        new Case(new Bool(), "false", TEXT, "false"),
        new Case(new Bool(), "true", new Decimal(3, 1), "1.0"),
        new Case(new Bool(), "true", DOUBLE, "1.0"),
        new Case(new Bool(), "true", new Bits(2), "01"),
        new Case(new Bool(), "true", new Date(), null),
    };

    @ParameterizedTest
    @FieldSource({"WHOLE_NUMBERS", "DECIMALS", "REALS", "TEXTS"})
    void arrivesExactlyOrIsDirty(Case one) {
        one.check(ConversionRules.DEFAULT);
    }
}
