package io.sluice.workspace;

/** A service was asked for something the acting member's role does not allow; views offer no such action. */
public final class PermissionDeniedException extends RuntimeException {
    public PermissionDeniedException(String message) {
        super(message);
    }
}
