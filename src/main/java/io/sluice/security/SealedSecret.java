package io.sluice.security;

/**
 * A secret as it may be stored.
 *
 * @param keyId names the key that opens it
 * @param content nonce and ciphertext in Base64
 */
public record SealedSecret(String keyId, String content) {
    @Override
    public String toString() {
        return "SealedSecret[" + keyId + "]";
    }
}
