package eventkit.quoting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is pointed to, with what people call it. */
public record Named(UUID id, @Nullable String number, String name) {
    static @Nullable Named of(@Nullable UUID id, @Nullable String number, @Nullable String name) {
        return id == null ? null : new Named(id, number, name == null ? "" : name);
    }
}
