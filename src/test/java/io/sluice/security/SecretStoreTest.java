package io.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.config.Secret;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final List<String> PLACE = List.of("workspace", "source", "password");
    private static final Secret SECRET = Secret.of("Zx9!canary");

    private final SecretStore secrets = StoreKind.H2.services().get(SecretStore.class);

    @Test
    void sealsDifferentlyEachTimeAndOpensAgain() {
        SealedSecret first = secrets.seal(SECRET, PLACE);
        SealedSecret second = secrets.seal(SECRET, PLACE);
        assertThat(first.content()).isNotEqualTo(second.content()).doesNotContain("canary");
        assertThat(secrets.open(first, PLACE)).isEqualTo(SECRET);
        assertThat(secrets.open(second, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void opensNothingThatWasMovedOrAltered() {
        SealedSecret sealed = secrets.seal(SECRET, PLACE);
        for (List<String> elsewhere : List.of(
                List.of("other", "source", "password"),
                List.of("workspace", "other", "password"),
                List.of("workspace", "source", "key"))) {
            assertThatThrownBy(() -> secrets.open(sealed, elsewhere)).isInstanceOf(IllegalStateException.class);
        }
        char changed = sealed.content().charAt(20) == 'A' ? 'B' : 'A';
        String altered =
                sealed.content().substring(0, 20) + changed + sealed.content().substring(21);
        assertThatThrownBy(() -> secrets.open(new SealedSecret(sealed.keyId(), altered), PLACE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.open(new SealedSecret("0badc0de", sealed.content()), PLACE))
                .hasMessageContaining("0badc0de")
                .hasMessageContaining("Restore");
    }

    @Test
    void keysOfTwoInstallationsDiffer(@TempDir Path first, @TempDir Path second) {
        try (Services one = StoreKind.H2.start(first);
                Services other = StoreKind.H2.start(second)) {
            SealedSecret sealed = one.get(SecretStore.class).seal(SECRET, PLACE);
            SecretStore stranger = other.get(SecretStore.class);
            assertThatThrownBy(() -> stranger.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void damagedKeyFileIsNamedInsteadOfReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("secret.key");
        for (String content : List.of("", "id only", "id AAAA", "id !!!!")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> SecretKeyFile.read(file, new SecureRandom()))
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("backup");
            assertThat(Files.readString(file)).isEqualTo(content);
        }
    }
}
