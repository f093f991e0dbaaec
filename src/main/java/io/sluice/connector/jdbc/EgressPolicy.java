package io.sluice.connector.jdbc;

import io.sluice.spi.error.SluiceException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses connections may go to. Always denied: unspecified, multicast and link-local addresses, among them
 * the metadata services of clouds. Loopback and private addresses are what databases of a self-hosted product have,
 * so they are allowed unless the operator denies them: {@code SLUICE_EGRESS_DENY=loopback,private}.
 */
public final class EgressPolicy {
    private static final String VARIABLE = "SLUICE_EGRESS_DENY";
    private static final List<String> METADATA = List.of("169.254.169.254", "fd00:ec2::254", "100.100.100.200");

    private final Set<Range> denied;

    private EgressPolicy(Set<Range> denied) {
        this.denied = denied;
    }

    /** Ranges an operator may deny in addition. */
    enum Range {
        LOOPBACK,
        PRIVATE
    }

    /** The policy of this installation, from the environment. */
    public static EgressPolicy ofInstallation() {
        return of(System.getenv().getOrDefault(VARIABLE, ""));
    }

    static EgressPolicy of(String words) {
        Set<Range> denied = EnumSet.noneOf(Range.class);
        Arrays.stream(words.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> denied.add(Range.valueOf(word.toUpperCase(Locale.ROOT))));
        return new EgressPolicy(denied);
    }

    /**
     * The addresses of {@code host}, every one of them allowed.
     *
     * @throws SluiceException EGRESS_DENIED when one of them is not, HOST_UNKNOWN when there is none
     */
    public List<InetAddress> resolve(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new SluiceException(JdbcError.HOST_UNKNOWN, "The host " + host + " is not known", e);
        }
        for (InetAddress address : addresses) {
            if (denies(address)) {
                throw new SluiceException(JdbcError.EGRESS_DENIED, "Connections to " + host + " are not allowed");
            }
        }
        return List.of(addresses);
    }

    private boolean denies(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.isLinkLocalAddress()
                || METADATA.contains(compact(address))
                || denied.contains(Range.LOOPBACK) && address.isLoopbackAddress()
                || denied.contains(Range.PRIVATE) && isPrivate(address);
    }

    private static String compact(InetAddress address) {
        return address.getHostAddress().replace("fd00:ec2:0:0:0:0:0:254", "fd00:ec2::254");
    }

    private static boolean isPrivate(InetAddress address) {
        byte first = address.getAddress()[0];
        return address.isSiteLocalAddress() || address.getAddress().length == 16 && (first & 0xfe) == 0xfc;
    }
}
