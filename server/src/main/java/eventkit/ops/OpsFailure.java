package eventkit.ops;

import org.jspecify.annotations.Nullable;

/** A command can not be done; the message is for the person at the terminal and says what to do. */
final class OpsFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OpsFailure(String message) {
        super(message);
    }

    OpsFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
