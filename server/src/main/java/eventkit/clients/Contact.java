package eventkit.clients;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks for a client.
 *
 * @param role what they do there: {@code Production manager}
 * @param preferred whom to ask first; one of a client at most
 */
public record Contact(
        ContactId id,
        String name,
        @Nullable String role,
        @Nullable String email,
        @Nullable String phone,
        boolean preferred) {

    /** @param id null: a new one */
    public record Line(
            @Nullable ContactId id,
            String name,
            @Nullable String role,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Boolean preferred) {
        public Line {
            preferred = Boolean.TRUE.equals(preferred);
        }
    }

    Line line() {
        return new Line(id, name, role, email, phone, preferred);
    }
}
