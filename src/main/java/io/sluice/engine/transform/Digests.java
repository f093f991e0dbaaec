package io.sluice.engine.transform;

import io.sluice.script.transform.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Replaces values by their digests. */
final class Digests {
    private static final int BITS_PER_DIGIT = 4;
    private static final int LOW_DIGIT = 0xF;

    private Digests() {}

    /** For one batch: a digest cannot be shared by threads. */
    static TextStep of(Digest given) {
        MessageDigest digest = digest(given.algorithm());
        String letters = given.letters() == Digest.Letters.UPPER ? "0123456789ABCDEF" : "0123456789abcdef";
        byte[] digits = letters.getBytes(StandardCharsets.US_ASCII);
        return (from, to, row) -> {
            digest.update(from.data(), from.start(row), from.length(row));
            byte[] hash = digest.digest();
            int at = to.reserveFor(row, 2 * hash.length);
            byte[] target = to.data();
            for (byte part : hash) {
                target[at++] = digits[part >> BITS_PER_DIGIT & LOW_DIGIT];
                target[at++] = digits[part & LOW_DIGIT];
            }
            to.commit(row, 2 * hash.length);
        };
    }

    /** Digits of the result. */
    static int length(Digest given) {
        return 2 * digest(given.algorithm()).getDigestLength();
    }

    private static MessageDigest digest(Digest.Algorithm algorithm) {
        String name = switch (algorithm) {
            case MD5 -> "MD5";
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
        };
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
