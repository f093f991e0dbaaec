package io.sluice.spi.config;

import java.util.Arrays;

/** A password or key. Never shown: its text form is a row of dots, and it is revealed only to the driver that needs it. */
public final class Secret {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** The secret itself, for the moment it is handed to a driver. */
    public String reveal() {
        return new String(characters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(characters, secret.characters);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
