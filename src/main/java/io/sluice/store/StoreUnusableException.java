package io.sluice.store;

/** The embedded store cannot be opened, or not without losing something; tells what to do about it. */
final class StoreUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String action;

    StoreUnusableException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    StoreUnusableException(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
