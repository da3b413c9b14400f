package eventkit.clients;

import eventkit.core.Check;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client's facts must be like. */
final class ClientRules {
    private static final int ADDRESS_LINES_MAX = 8;
    static final int TAGS_MAX = 20;
    static final int BRANDS_MAX = 30;
    static final int CUSTOM_MAX = 50;
    static final int NOTES_MAX = 10_000;
    static final int ADDRESSES_MAX = 50;
    private static final double NUMBER_END = 1e15;
    static final int CONTACTS_MAX = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> CURRENCIES =
            Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private ClientRules() {}

    /** The same without blanks around texts and without lines that say nothing; code and country in capitals. */
    static ClientDetails tidy(ClientDetails d) {
        return new ClientDetails(
                d.name() == null ? "" : d.name().strip(),
                stripped(d.code()),
                d.vatNumber() == null || d.vatNumber().isBlank()
                        ? null
                        : VatNumber.read(d.vatNumber(), folded(d.country(), true))
                                .text(),
                d.addressLines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                folded(d.country(), true),
                stripped(d.email()),
                stripped(d.phone()),
                stripped(d.web()),
                folded(d.language(), false),
                tags(d.tags()),
                stripped(d.notes()),
                stripped(d.billingName()),
                stripped(d.billingEmail()),
                stripped(d.buyerReference()),
                d.paymentDays(),
                folded(d.currency(), true),
                tags(d.preferredBrands()),
                tags(d.avoidedBrands()),
                d.custom(),
                d.contacts().stream().map(ClientRules::tidy).toList(),
                d.addresses().stream().map(ClientRules::tidy).toList());
    }

    private static Address.Line tidy(Address.Line a) {
        return new Address.Line(
                a.id(),
                a.kind(),
                stripped(a.name()),
                a.lines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                folded(a.country(), true),
                stripped(a.note()));
    }

    private static Contact.Line tidy(Contact.Line c) {
        return new Contact.Line(
                c.id(),
                c.name() == null ? "" : c.name().strip(),
                stripped(c.role()),
                stripped(c.email()),
                stripped(c.phone()),
                c.preferred());
    }

    /**
     * @param known the contacts that the client has now
     * @param places the addresses that it has now
     * @param vatBefore a number that stands there already may stay, whatever it looks like
     */
    static void check(
            Check check, ClientDetails d, Set<ContactId> known, Set<AddressId> places, @Nullable String vatBefore) {
        check.required(d.name(), "name")
                .line(d.name(), "name", 200)
                .line(d.code(), "code", 20)
                .line(d.vatNumber(), "vatNumber", 50)
                .size(d.addressLines(), "addressLines", ADDRESS_LINES_MAX)
                .that(
                        d.country() == null || COUNTRIES.contains(d.country()),
                        "country",
                        "unknown-country",
                        "Use an ISO 3166 code such as DE.")
                .email(d.email(), "email")
                .line(d.phone(), "phone", 50)
                .webAddress(d.web(), "web")
                .that(
                        d.language() == null || LANGUAGES.contains(d.language()),
                        "language",
                        "unknown-language",
                        "Use an ISO 639 code such as de.")
                .size(d.tags(), "tags", TAGS_MAX)
                .text(d.notes(), "notes", NOTES_MAX)
                .size(d.contacts(), "contacts", CONTACTS_MAX);
        check.that(
                d.vatNumber() == null
                        || d.vatNumber().equals(vatBefore)
                        || VatNumber.read(d.vatNumber(), d.country()).check() != VatCheck.WRONG,
                "vatNumber",
                "not-a-vat-number",
                "This can not be a VAT number of its country: its form or its check digits are wrong.");
        billing(check, d);
        brands(check, d.preferredBrands(), "preferredBrands");
        brands(check, d.avoidedBrands(), "avoidedBrands");
        custom(check, d.custom());
        addresses(check, d.addresses(), places);
        for (int i = 0; i < d.addressLines().size(); i++)
            check.line(d.addressLines().get(i), "addressLines[" + i + "]", 200);
        for (int i = 0; i < d.tags().size(); i++) check.line(d.tags().get(i), "tags[" + i + "]", 40);
        var seen = new HashSet<ContactId>();
        boolean preferred = false;
        for (int i = 0; i < d.contacts().size(); i++) {
            var contact = d.contacts().get(i);
            var field = "contacts[" + i + "].";
            boolean first = Boolean.TRUE.equals(contact.preferred());
            check.that(
                            contact.id() == null || known.contains(contact.id()),
                            field + "id",
                            "unknown",
                            "The client has no such contact.")
                    .that(
                            contact.id() == null || seen.add(contact.id()),
                            field + "id",
                            "repeated",
                            "This contact is in the list already.")
                    .required(contact.name(), field + "name")
                    .line(contact.name(), field + "name", 200)
                    .line(contact.role(), field + "role", 100)
                    .email(contact.email(), field + "email")
                    .line(contact.phone(), field + "phone", 50)
                    .that(
                            !(first && preferred),
                            field + "preferred",
                            "only-one",
                            "Prefer one contact; another one is preferred already.");
            preferred |= first;
        }
    }

    private static void billing(Check check, ClientDetails d) {
        check.line(d.billingName(), "billingName", 200)
                .email(d.billingEmail(), "billingEmail")
                .line(d.buyerReference(), "buyerReference", 100)
                .between(d.paymentDays(), "paymentDays", 0, 365)
                .that(
                        d.currency() == null || CURRENCIES.contains(d.currency()),
                        "currency",
                        "unknown-currency",
                        "Use an ISO 4217 code such as EUR.");
    }

    private static void brands(Check check, List<String> brands, String field) {
        check.size(brands, field, BRANDS_MAX);
        for (int i = 0; i < brands.size(); i++) check.line(brands.get(i), field + "[" + i + "]", 100);
    }

    private static void custom(Check check, Map<String, JsonNode> custom) {
        check.that(custom.size() <= CUSTOM_MAX, "custom", "too-many", "Use at most " + CUSTOM_MAX + " own fields.");
        custom.forEach((name, value) -> {
            check.that(!name.isBlank(), "custom", "required", "Every own field needs a name.")
                    .line(name, "custom", 60)
                    .that(
                            value.isString() || value.isNumber() || value.isBoolean(),
                            "custom",
                            "not-a-value",
                            "Own fields hold text, numbers, yes or no.")
                    .that(
                            !value.isNumber() || Math.abs(value.doubleValue()) < NUMBER_END,
                            "custom",
                            "out-of-range",
                            "Use a number of at most 15 digits.");
            if (value.isString()) check.text(value.stringValue(), "custom", 500);
        });
    }

    private static void addresses(Check check, List<Address.Line> addresses, Set<AddressId> known) {
        check.size(addresses, "addresses", ADDRESSES_MAX);
        var seen = new HashSet<AddressId>();
        for (int i = 0; i < addresses.size(); i++) {
            var a = addresses.get(i);
            var field = "addresses[" + i + "].";
            check.that(
                            a.id() == null || (known.contains(a.id()) && seen.add(a.id())),
                            field + "id",
                            "unknown",
                            "The client has no such address, or it is in the list already.")
                    .required(a.kind(), field + "kind")
                    .line(a.name(), field + "name", 200)
                    .that(!a.lines().isEmpty(), field + "lines", "required", "Fill this in.")
                    .size(a.lines(), field + "lines", ADDRESS_LINES_MAX)
                    .that(
                            a.country() == null || COUNTRIES.contains(a.country()),
                            field + "country",
                            "unknown-country",
                            "Use an ISO 3166 code such as DE.")
                    .line(a.note(), field + "note", 500);
            for (int line = 0; line < a.lines().size(); line++)
                check.line(a.lines().get(line), field + "lines[" + line + "]", 200);
        }
    }

    /** Each once whatever its case, as it was first written, in the order of the alphabet. */
    private static List<String> tags(List<String> given) {
        var once = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var tag : given) if (!tag.isBlank()) once.add(tag.strip());
        return once.stream().collect(Collectors.toUnmodifiableList());
    }

    private static @Nullable String folded(@Nullable String code, boolean capitals) {
        var text = stripped(code);
        if (text == null) return null;
        return capitals ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
