package eventkit.clients;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company that events are for.
 *
 * @param code a short name of one's own, unique
 * @param vatNumber as they gave it
 * @param addressLines where bills go
 * @param country ISO 3166
 * @param language ISO 639, in which papers are written to them
 */
public record Client(
        ClientId id,
        String name,
        @Nullable String code,
        @Nullable String vatNumber,
        List<String> addressLines,
        @Nullable String country,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String web,
        @Nullable String language,
        List<String> tags,
        @Nullable String notes,
        List<Contact> contacts,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant changedAt,
        long version) {

    public ClientDetails details() {
        return new ClientDetails(
                name,
                code,
                vatNumber,
                addressLines,
                country,
                email,
                phone,
                web,
                language,
                tags,
                notes,
                contacts.stream().map(Contact::line).toList());
    }
}
