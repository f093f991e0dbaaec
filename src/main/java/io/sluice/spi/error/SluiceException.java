package io.sluice.spi.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The one exception that carries a failure with its code. The message says what happened and where. */
public final class SluiceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    public SluiceException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public SluiceException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
