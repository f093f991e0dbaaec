package io.sluice.connector.jdbc;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.regex.Pattern;

/**
 * The grammar of a host: a DNS name, an IPv4 address of four numbers or an IPv6 address. Everything that a driver
 * could take for more than a host, and every odd spelling of an address, is refused (cases/security.md S04, S29).
 */
public final class HostName {
    private static final int LONGEST = 253;
    private static final Pattern LABELS =
            Pattern.compile("(?!-)[A-Za-z0-9_-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9_-]{1,63}(?<!-))*\\.?");
    private static final Pattern LAST_LABEL_IS_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");
    private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}");

    private HostName() {}

    /**
     * The host in the spelling that goes into a URL; IPv6 in brackets.
     *
     * @throws SluiceException HOST_INVALID for anything else than a host
     */
    public static String forUrl(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (IPV6.matcher(bare).matches()) {
            return "[" + bare + "]";
        }
        boolean name = LABELS.matcher(host).matches()
                && !LAST_LABEL_IS_A_NUMBER.matcher(host).matches();
        if (host.length() > LONGEST || !name && !IPV4.matcher(host).matches()) {
            String shown = host.length() > 60 ? host.substring(0, 60) + "…" : host;
            throw new SluiceException(CommonError.HOST_INVALID, "'" + shown + "' is no host name or IP address");
        }
        return host;
    }
}
