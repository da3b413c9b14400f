package eventkit.clients;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A company that events are for.
 *
 * @param code a short name of one's own, unique
 * @param vatNumber without blanks where its country's form is known
 * @param vatCheck what the form and the check digits of the number say; null without a number. No office was asked.
 * @param addressLines where bills go
 * @param country ISO 3166
 * @param language ISO 639, in which papers are written to them
 */
public record Client(
        ClientId id,
        String name,
        @Nullable String code,
        @Nullable String vatNumber,
        @Nullable VatCheck vatCheck,
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
        List<Contact> contacts,
        List<Address> addresses,
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
                billingName,
                billingEmail,
                buyerReference,
                paymentDays,
                currency,
                preferredBrands,
                avoidedBrands,
                custom,
                contacts.stream().map(Contact::line).toList(),
                addresses.stream().map(Address::line).toList());
    }
}
