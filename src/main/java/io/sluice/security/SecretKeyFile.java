package io.sluice.security;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an installation, one line each: {@code id base64}. The last one seals, all of them open. Only the owner
 * of the file may read it.
 */
final class SecretKeyFile {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private SecretKeyFile() {}

    /** The keys by id in the order of the file, which is created with one fresh key when it is missing. */
    static Map<String, SecretKey> read(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            create(file, random);
        }
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            if (!line.isBlank()) {
                List<String> words = List.of(line.strip().split("\\s+"));
                keys.put(words.getFirst(), key(file, words));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("The key file " + file + " is empty. Restore it from a backup; without it the"
                    + " passwords of the data sources cannot be read and must be entered again.");
        }
        return keys;
    }

    private static SecretKey key(Path file, List<String> words) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(words.getLast());
        } catch (IllegalArgumentException malformed) {
            bytes = new byte[0];
        }
        if (words.size() != 2 || bytes.length != KEY_BYTES) {
            throw new IOException("The key file " + file + " is damaged. Restore it from a backup.");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] id = new byte[ID_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        String line = HexFormat.of().formatHex(id) + " " + Base64.getEncoder().encodeToString(key) + "\n";
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            Channels.newOutputStream(channel).write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException another) {
            return;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
