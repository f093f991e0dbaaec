package io.sluice.security;

import io.sluice.spi.config.Secret;
import io.sluice.store.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets with AES-256-GCM before they are stored. Each is bound to its place: copied to another workspace, data
 * source or field it cannot be opened.
 */
@Component
public class SecretStore {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private final Map<String, SecretKey> keys;
    private final String newest;

    SecretStore(Home home, SecureRandom random) throws IOException {
        this.random = random;
        keys = SecretKeyFile.read(home.folder().resolve("secret.key"), random);
        newest = List.copyOf(keys.keySet()).getLast();
    }

    /** @param place the secret's workspace, owner and field */
    public SealedSecret seal(Secret secret, List<String> place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, newest, nonce, plain, place);
        byte[] content = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new SealedSecret(newest, Base64.getEncoder().encodeToString(content));
    }

    /** @throws IllegalStateException when the key is missing, or the secret was altered or belongs elsewhere */
    public Secret open(SealedSecret sealed, List<String> place) {
        byte[] content = Base64.getDecoder().decode(sealed.content());
        ByteBuffer parts = ByteBuffer.wrap(content);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] encrypted = new byte[parts.remaining()];
        parts.get(encrypted);
        byte[] plain = crypt(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, encrypted, place);
        return Secret.of(new String(plain, StandardCharsets.UTF_8));
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, byte[] input, List<String> place) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("A stored secret was sealed with the key " + keyId
                    + ", which secret.key does not hold. Restore that file, or enter the secret again.");
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(String.join("\u0000", place).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(
                    "A stored secret cannot be opened: it was altered or copied. Enter it again.", refused);
        }
    }
}
