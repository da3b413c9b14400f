package eventkit.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person enters about a client; unknown facts stay null.
 *
 * @param addressLines where bills go, unless one of the addresses is for them
 * @param billingName as it stands on invoices, where that differs from the name
 * @param buyerReference what they want to read on every invoice: an order number, a Leitweg-ID
 * @param paymentDays within which they pay
 * @param currency ISO 4217, in which they are billed; null: the company's own
 * @param preferredBrands what they ask for by name
 * @param avoidedBrands what they do not want to see
 * @param custom what this company notes besides: a name, and text, a number, or yes or no
 * @param contacts all of them, in their order: who has no id is new, who is left out is removed
 * @param addresses likewise
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
        @Nullable String billingName,
        @Nullable String billingEmail,
        @Nullable String buyerReference,
        @Nullable Integer paymentDays,
        @Nullable String currency,
        List<String> preferredBrands,
        List<String> avoidedBrands,
        Map<String, JsonNode> custom,
        List<Contact.Line> contacts,
        List<Address.Line> addresses) {
    public ClientDetails {
        addressLines = addressLines == null ? List.of() : List.copyOf(addressLines);
        tags = tags == null ? List.of() : List.copyOf(tags);
        preferredBrands = preferredBrands == null ? List.of() : List.copyOf(preferredBrands);
        avoidedBrands = avoidedBrands == null ? List.of() : List.copyOf(avoidedBrands);
        custom = custom == null ? Map.of() : Map.copyOf(custom);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }

    /** A client of which only the name is known. */
    public static ClientDetails named(String name) {
        return new ClientDetails(
                name, null, null, List.of(), null, null, null, null, null, List.of(), null, null, null, null, null,
                null, List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    /** Its own facts; contacts and addresses are compared one by one. */
    ClientDetails alone() {
        return with(List.of(), List.of());
    }

    ClientDetails with(List<Contact.Line> people, List<Address.Line> places) {
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
                billingName,
                billingEmail,
                buyerReference,
                paymentDays,
                currency,
                preferredBrands,
                avoidedBrands,
                custom,
                people,
                places);
    }
}
