package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    @ParameterizedTest
    @CsvSource({"Lin Chen,LC", "mara.klein,MK", "admin,A", "陈琳,陈", "' ',?", "Ana María Ruiz,AR"})
    void initialsAreTheFirstLettersOfFirstAndLastName(String name, String initials) {
        assertThat(Avatar.initials(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({
        "'',NONE",
        "short,SHORT",
        "aaaaaaaaaaaaaa,WEAK",
        "my name is lin.chen,WEAK",
        "plum-kettle-7,GOOD",
        "seven slow copper herons,STRONG"
    })
    void longPasswordsOfManyLettersAreStrong(String password, PasswordStrength strength) {
        assertThat(PasswordStrength.of(password, "lin.chen")).isEqualTo(strength);
    }
}
