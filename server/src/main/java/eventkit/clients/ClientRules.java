package eventkit.clients;

import eventkit.core.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client's facts must be like. */
final class ClientRules {
    private static final int ADDRESS_LINES_MAX = 8;
    private static final int TAGS_MAX = 20;
    private static final int CONTACTS_MAX = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private ClientRules() {}

    /** The same without blanks around texts and without lines that say nothing; code and country in capitals. */
    static ClientDetails tidy(ClientDetails d) {
        return new ClientDetails(
                d.name() == null ? "" : d.name().strip(),
                stripped(d.code()),
                stripped(d.vatNumber()),
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
                d.contacts().stream().map(ClientRules::tidy).toList());
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

    /** @param known the contacts that the client has now */
    static void check(Check check, ClientDetails d, Set<ContactId> known) {
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
                .text(d.notes(), "notes", 10_000)
                .size(d.contacts(), "contacts", CONTACTS_MAX);
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
