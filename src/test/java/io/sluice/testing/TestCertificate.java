package io.sluice.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A key and a certificate for 127.0.0.1 that nobody trusts, as servers read them. */
record TestCertificate(Path key, Path certificate) {
    private static final String PASSWORD = "changeit";

    /** Makes both in a folder. The key may be read by its owner only: servers insist. */
    static TestCertificate in(Path folder) throws IOException {
        Path store = folder.resolve("key.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ServerProcess.run(
                List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD),
                folder.resolve("keytool.log"));
        try {
            KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            byte[] key = made.getKey("server", PASSWORD.toCharArray()).getEncoded();
            byte[] certificate = made.getCertificate("server").getEncoded();
            return new TestCertificate(
                    pem(folder.resolve("server.key"), "PRIVATE KEY", key),
                    pem(folder.resolve("server.crt"), "CERTIFICATE", certificate));
        } catch (GeneralSecurityException failure) {
            throw new IOException("The certificate cannot be read", failure);
        }
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
