package eventkit.postgres;

import org.jspecify.annotations.Nullable;

/** PostgreSQL could not be started, stopped or prepared; the message ends with what PostgreSQL itself said. */
public final class PostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
