package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Where a faster start cannot be prepared. */
class StartCacheTest {
    @Test
    void anOlderJavaIsToldWhatItLacks() {
        assertThatThrownBy(() -> StartCache.requireSupport(Runtime.Version.parse("21.0.5"), "Linux"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Java 24 or newer; this is Java 21");
    }

    @Test
    void windowsIsToldThatItHasNoShellForTheScript() {
        assertThatThrownBy(() -> StartCache.requireSupport(Runtime.Version.parse("25"), "Windows 11"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Windows");
    }
}
