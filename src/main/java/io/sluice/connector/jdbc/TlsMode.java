package io.sluice.connector.jdbc;

import io.sluice.spi.config.Option;

/** How a connection is encrypted and what is checked of the server. */
public enum TlsMode {
    @Option(label = "Not encrypted", help = "Everything, the password's handshake too, can be read on the way.")
    DISABLE,
    @Option(label = "Encrypted, server not checked", help = "Protects against listeners, not against a false server.")
    REQUIRE,
    @Option(label = "Encrypted, certificate checked", help = "The certificate must come from a trusted authority.")
    VERIFY_CA,
    @Option(label = "Encrypted, certificate and host checked", help = "The certificate must also name this host.")
    VERIFY_FULL
}
