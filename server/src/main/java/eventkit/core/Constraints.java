package eventkit.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * The one map from a database constraint's name to the refusal it means. A module adds its own when it starts; what is not named here is a
 * rule that the code should have checked first, and counts as our bug.
 */
public final class Constraints {
    private static final Map<String, Supplier<Refusal>> MEANINGS = new ConcurrentHashMap<>();

    private Constraints() {}

    public static void mean(String constraint, Supplier<Refusal> refusal) {
        MEANINGS.put(constraint, refusal);
    }

    /** The refusal behind a database error, or null where it means nothing to a person. */
    public static @Nullable Refusal refusalFor(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                var name = sql.getServerErrorMessage().getConstraint();
                var meaning = name == null ? null : MEANINGS.get(name);
                if (meaning != null) return meaning.get();
                return switch (String.valueOf(sql.getSQLState())) {
                    case "40001", "40P01", "55P03" ->
                        new Refusal(
                                "busy", Refusal.Kind.UNAVAILABLE, "Somebody is changing the same thing. Try again.");
                    case "22021", "22P05" ->
                        new Refusal(
                                "invalid",
                                Refusal.Kind.INVALID,
                                "A text has a character that can not be kept. Remove control characters.");
                    case "22008", "22009" ->
                        new Refusal(
                                "invalid", Refusal.Kind.INVALID, "A date or time is too far from now. Use one nearer.");
                    case "53100", "53200", "53300" ->
                        new Refusal(
                                "database-full",
                                Refusal.Kind.UNAVAILABLE,
                                "The database has no room for this now. Nothing was changed.");
                    default -> null;
                };
            }
        }
        return null;
    }
}
