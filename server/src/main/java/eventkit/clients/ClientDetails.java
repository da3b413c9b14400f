package eventkit.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters about a client; unknown facts stay null.
 *
 * @param contacts all of them, in their order: who has no id is new, who is left out is removed
 */
public record ClientDetails(
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
        List<Contact.Line> contacts) {
    public ClientDetails {
        addressLines = addressLines == null ? List.of() : List.copyOf(addressLines);
        tags = tags == null ? List.of() : List.copyOf(tags);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** A client of which only the name is known. */
    public static ClientDetails named(String name) {
        return new ClientDetails(name, null, null, List.of(), null, null, null, null, null, List.of(), null, List.of());
    }
}
