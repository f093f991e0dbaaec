package io.sluice.cli;

import java.io.Serial;

/** Says that a file or an option cannot be used as it is. */
final class InvalidInput extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidInput(String message) {
        this("INPUT_INVALID", message);
    }

    InvalidInput(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
