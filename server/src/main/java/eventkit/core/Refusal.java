package eventkit.core;

import java.util.List;
import java.util.Map;

/**
 * A request that the rules refuse. Nothing of it was done. Subclasses are named as the fact ({@code AssetNotAvailable}).
 *
 * <p>The code is kebab-case and has a page {@code docs/problems/<code>.md}; the message tells a person what to do; the facts are what a
 * program needs to go on, JSON-friendly values only.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        PRECONDITION_MISSING(428),
        LIMIT(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** What is wrong with one field; the field is a JSON path such as {@code components[2].quantity}. */
    public record FieldError(String field, String code, String message) {}

    private final String code;
    private final Kind kind;
    private final transient Map<String, ?> facts;
    private final transient List<FieldError> errors;

    public Refusal(String code, Kind kind, String message, Map<String, ?> facts, List<FieldError> errors) {
        super(message, null, false, false);
        this.code = code;
        this.kind = kind;
        this.facts = facts;
        this.errors = errors;
    }

    public Refusal(String code, Kind kind, String message, Map<String, ?> facts) {
        this(code, kind, message, facts, List.of());
    }

    public Refusal(String code, Kind kind, String message) {
        this(code, kind, message, Map.of(), List.of());
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The message; never null, unlike {@link #getMessage()}. */
    public String explanation() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
