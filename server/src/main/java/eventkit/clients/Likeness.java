package eventkit.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that may be the same as one that somebody is about to enter, and by what. */
public record Likeness(ClientId id, String name, @Nullable String code, boolean archived, List<By> by) {
    public enum By {
        NAME,
        VAT_NUMBER,
        EMAIL,
        PHONE
    }

    /** What is known of the one that is entered; {@code except} is itself. */
    public record Question(
            @Nullable String name,
            @Nullable String vatNumber,
            @Nullable String email,
            @Nullable String phone,
            @Nullable ClientId except) {}
}
