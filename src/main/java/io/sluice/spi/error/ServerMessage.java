package io.sluice.spi.error;

import java.util.regex.Pattern;

/** What a server or its driver said, for the person who has to act on it. */
public final class ServerMessage {
    /** MariaDB's driver names the connection first, which is gone when somebody reads it. */
    private static final Pattern CONNECTION_NUMBER = Pattern.compile("^\\(conn=\\d+\\)\\s*");

    private ServerMessage() {}

    /** The message of a failure; empty when it has none. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : CONNECTION_NUMBER.matcher(message).replaceFirst("");
    }
}
