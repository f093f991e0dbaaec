package io.sluice.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.SluiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTransformsTest {
    /** e with a combining acute accent, an emoji outside the basic plane, a family joined by ZWJ. */
    private static final String COMBINED = "e\u0301x😀👨\u200d👩";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void substringCountsCharacters(boolean asStrings) {
        Rows rows = Rows.texts(asStrings, "Köln😀Rom", "", "ab", null, COMBINED, "abcd")
                .then("substring", "{\"name\": \"t\", \"start\": 2, \"length\": 3}");
        assertThat(rows.run()).containsExactly("ln😀", "", "NULL", "x😀👨", "cd");
        assertThat(rows.dirty)
                .singleElement()
                .asString()
                .startsWith("t=: VALUE_OUT_OF_RANGE")
                .contains("0 characters");
        assertThat(rows.output().column(0).type()).isEqualTo(new LogicalType.Text(3));
    }

    @Test
    void substringWithoutALengthGoesToTheEnd() {
        Rows rows = Rows.texts("😀bc", "a").then("substring", "{\"columnIndex\": 0, \"start\": 1}");
        assertThat(rows.run()).containsExactly("bc", "");
        assertThat(rows.dirty).isEmpty();
    }

    @Test
    void substringOfALengthOfNothingIsEmpty() {
        assertThat(Rows.texts("abc", null)
                        .then("substring", "{\"name\": \"t\", \"start\": 1, \"length\": 0}")
                        .run())
                .containsExactly("", "NULL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void padFillsOrCuts(boolean asStrings) {
        assertThat(Rows.texts(asStrings, "7", "", "12345", "ü😀", null)
                        .then("pad", "{\"name\": \"t\", \"side\": \"left\", \"length\": 4, \"padString\": \"äb\"}")
                        .run())
                .containsExactly("äbä7", "äbäb", "1234", "äbü😀", "NULL");
        assertThat(Rows.texts(asStrings, "7", COMBINED, null)
                        .then("pad", "{\"name\": \"t\", \"side\": \"right\", \"length\": 3, \"nullAsEmpty\": true}")
                        .run())
                .containsExactly("7  ", "e\u0301x", "   ");
    }

    @Test
    void overlayReplacesByPosition() {
        Rows rows = Rows.texts("Köln😀Rom", "ab", "abcd", null, "")
                .then("overlay", "{\"name\": \"t\", \"start\": 2, \"length\": 3, \"text\": \"…\"}");
        assertThat(rows.run()).containsExactly("Kö…Rom", "ab…", "ab…", "NULL");
        assertThat(rows.dirty).singleElement().asString().contains("none at 2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replaceIsLiteralAndIgnoresCaseUnlessTold(boolean asStrings) {
        assertThat(Rows.texts(asStrings, "A.b a.B axb", "ÄÖ", "", null)
                        .then("stringreplace", """
                                {"condition": [
                                  {"name": "t", "replaceString": "a.b", "replaceByString": "$1\\\\"},
                                  {"name": "t", "replaceString": "ä", "replaceByString": ""}]}
                                """)
                        .run())
                .containsExactly("$1\\ $1\\ axb", "Ö", "", "NULL");
        assertThat(Rows.texts(asStrings, "A.b a.b").then("stringreplace", """
                                {"condition": {"name": "t", "replaceString": "a.b", "caseSensitive": true}}
                                """).run())
                .containsExactly("A.b ");
    }

    @Test
    void replaceByRegularExpressionKnowsGroups() {
        assertThat(Rows.texts("2024-01-31", "x", "😀1")
                        .then("stringreplace", """
                                {"condition": {"name": "t", "useRegex": true,
                                  "replaceString": "(\\\\d+)-(\\\\d+)-(\\\\d+)|.(?=\\\\d$)", "replaceByString": "$3.$2.$1"}}
                                """)
                        .run())
                .containsExactly("31.01.2024", "x", "..1");
    }

    @Test
    void aTextThatTakesARegularExpressionTooLongIsDirtyAndTheOthersGoOn() {
        String endless = "a".repeat(60) + "c";
        Rows rows = Rows.texts("ab", endless, "aab", "x".repeat(100_000)).then("stringreplace", """
                        {"condition": {"name": "t", "useRegex": true, "replaceString": "(a|aa)+?b", "replaceByString": "-"}}
                        """);
        assertThat(rows.run()).containsExactly("-", "-", "x".repeat(100_000));
        assertThat(rows.dirty).singleElement().asString().contains("takes too long");
    }

    @Test
    void aTextThatTakesARegularExpressionTooDeepIsDirty() {
        Rows rows = Rows.texts("ab", "ab".repeat(500_000) + "!").then("stringreplace", """
                        {"condition": {"name": "t", "useRegex": true, "replaceString": "(a|b)*!", "replaceByString": "-"}}
                        """);
        assertThat(rows.run()).containsExactly("ab");
        assertThat(rows.dirty).singleElement().asString().contains("too deep");
    }

    @Test
    void maskKeepsTheEnds() {
        assertThat(Rows.texts("6222020200112230", "1234", "12345", "", null, "ü😀💶ß€")
                        .then("mask", "{\"name\": \"t\", \"keepFirst\": 2, \"keepLast\": 2}")
                        .run())
                .containsExactly("62************30", "****", "12*45", "", "NULL", "ü😀*ß€");
    }

    @Test
    void maskHidesAll() {
        assertThat(Rows.texts("secret", "", null)
                        .then("mask", "{\"name\": \"t\", \"method\": \"fixed\", \"maskWith\": \"(hidden)\"}")
                        .run())
                .containsExactly("(hidden)", "(hidden)", "NULL");
        assertThat(Rows.texts("a😀").then("mask", "{\"name\": \"t\"}").run()).containsExactly("**");
    }

    @Test
    void maskKnowsAddresses() {
        assertThat(Rows.texts("anna@example.org", "a@b.c", "no address", "@x", "\"a@b\"@c.de", "")
                        .then("mask", "{\"name\": \"t\", \"method\": \"email\"}")
                        .run())
                .containsExactly("a***@example.org", "*@b.c", "**********", "**", "\"****@c.de", "");
    }

    @Test
    void maskKnowsPhoneNumbers() {
        assertThat(Rows.texts("+49 (0)170 123-4567", "13800138000", "1234567", "12345678", "٠١٢٣٤٥٦٧٨")
                        .then("mask", "{\"name\": \"t\", \"method\": \"phone\"}")
                        .run())
                .containsExactly("+** (*)*** ***-4567", "*******8000", "*******", "****5678", "*****٥٦٧٨");
    }

    @Test
    void digestsAreThoseOfTheTools() {
        assertThat(Rows.texts("abc", "", null, "Köln")
                        .then("digest", "{\"name\": \"t\", \"algorithm\": \"md5\", \"nullAsEmpty\": true}")
                        .run())
                .containsExactly(
                        "900150983cd24fb0d6963f7d28e17f72",
                        "d41d8cd98f00b204e9800998ecf8427e",
                        "d41d8cd98f00b204e9800998ecf8427e",
                        "2fc01bde301ce78776bfd009c2edc542");
        assertThat(Rows.texts("abc")
                        .then("digest", "{\"name\": \"t\", \"algorithm\": \"sha1\", \"letters\": \"upper\"}")
                        .run())
                .containsExactly("A9993E364706816ABA3E25717850C26C9CD0D89D");
        Rows sha256 = Rows.texts("abc", null).then("digest", "{\"name\": \"t\"}");
        assertThat(sha256.run())
                .containsExactly("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "NULL");
        assertThat(sha256.output().column(0).type()).isEqualTo(new LogicalType.Text(64));
    }

    @Test
    void digestOfBinaryIsThatOfItsBytes() {
        Rows rows = Rows.of(ConversionRules.DEFAULT, new Column("b", LogicalType.Binary.UNBOUNDED))
                .row((Object) new byte[] {(byte) 0xFF, 0})
                .then("digest", "{\"columnIndex\": 0, \"algorithm\": \"md5\"}");
        assertThat(rows.run()).containsExactly("e0e8bfafbb0689563b2fba789c97b3cc");
    }

    @Test
    void numbersAndTimesBecomeTextFirst() {
        Rows rows = Rows.of(
                        ConversionRules.DEFAULT,
                        new Column("n", LogicalType.Int.INT64),
                        new Column("d", new LogicalType.Decimal(10, 2)),
                        new Column("day", new LogicalType.Date()))
                .row(12345, "1.50", 19_782)
                .row(-7, "0.00", null)
                .then("substring", "{\"name\": [\"n\", \"day\"], \"columnIndex\": [1], \"start\": 0, \"length\": 4}");
        assertThat(rows.run()).containsExactly("1234|1.50|2024", "-7|0.00|NULL");
    }

    @Test
    void unknownColumnsAreNamed() {
        assertThatThrownBy(() -> Rows.texts("a").then("mask", "{\"name\": \"tt\"}"))
                .isInstanceOf(SluiceException.class)
                .hasMessage("There is no column 'tt'; did you mean 't'?");
        assertThatThrownBy(() -> Rows.texts("a").then("mask", "{\"columnIndex\": 1}"))
                .hasMessage("There is no column number 1; they count from 0 to 0");
    }
}
