package eventkit.imports;

import eventkit.clients.Client;
import eventkit.clients.ClientDetails;
import eventkit.clients.Clients;
import eventkit.clients.Contact;
import eventkit.clients.Likeness;
import eventkit.core.IfMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A client is known by its short name, else by its name without the legal form. Rows of the same client with other contacts add these, so that a file of
 * people becomes companies with their people.
 */
@Component
class TakesClients implements RowTaker.Kind {
    private final Clients clients;

    TakesClients(Clients clients) {
        this.clients = clients;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CLIENTS;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        return row -> take(row, mapping);
    }

    private RowTaker.Taken take(Values row, Mapping mapping) {
        var name = Objects.requireNonNull(row.text("name"));
        var there = existing(row.text("code"), name);
        if (there.isEmpty()) {
            clients.create(filled(row, ClientDetails.named(name)));
            return RowTaker.Taken.CREATED;
        }
        if (mapping.existing() == Mapping.Existing.SKIP) return RowTaker.Taken.EXISTING;
        var before = there.get().details();
        var after = filled(row, before);
        if (after.equals(before)) return RowTaker.Taken.EXISTING;
        clients.change(there.get().id(), after, IfMatch.version(there.get().version()));
        return RowTaker.Taken.UPDATED;
    }

    private Optional<Client> existing(@Nullable String code, String name) {
        var like = clients.like(new Likeness.Question(name, null, null, null, null)).stream()
                .map(Likeness::id)
                .map(clients::get)
                .toList();
        if (code != null) {
            var coded = clients.byCode(code);
            if (coded.isPresent()) return coded;
            return like.stream().filter(c -> c.code() == null).findFirst();
        }
        return like.size() == 1
                ? Optional.of(like.getFirst())
                : like.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    private static ClientDetails filled(Values row, ClientDetails b) {
        return new ClientDetails(
                b.name(),
                or(row.text("code"), b.code()),
                or(row.text("vatNumber"), b.vatNumber()),
                address(row).isEmpty() ? b.addressLines() : address(row),
                or(row.text("country"), b.country()),
                or(row.text("email"), b.email()),
                or(row.text("phone"), b.phone()),
                or(row.text("web"), b.web()),
                or(row.text("language"), b.language()),
                row.has("tags") ? row.list("tags") : b.tags(),
                or(row.text("notes"), b.notes()),
                or(row.text("billingName"), b.billingName()),
                or(row.text("billingEmail"), b.billingEmail()),
                or(row.text("buyerReference"), b.buyerReference()),
                or(row.integer("paymentDays"), b.paymentDays()),
                or(row.text("currency"), b.currency()),
                row.has("preferredBrands") ? row.list("preferredBrands") : b.preferredBrands(),
                b.avoidedBrands(),
                b.custom(),
                contacts(row, b.contacts()),
                b.addresses());
    }

    private static List<String> address(Values row) {
        var whole = row.text("addressLines");
        if (whole != null)
            return whole.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        var place = String.join(
                " ",
                Stream.of(row.text("postcode"), row.text("city"))
                        .filter(Objects::nonNull)
                        .toList());
        return Stream.of(row.text("street"), place.isEmpty() ? null : place)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same name or the same e-mail is the same person. */
    private static List<Contact.Line> contacts(Values row, List<Contact.Line> before) {
        var name = row.text("contactName");
        if (name == null) return before;
        var email = row.text("contactEmail");
        var all = new ArrayList<>(before);
        for (int i = 0; i < all.size(); i++) {
            var c = all.get(i);
            if (!c.name().equalsIgnoreCase(name) && (email == null || !email.equalsIgnoreCase(c.email()))) continue;
            all.set(
                    i,
                    new Contact.Line(
                            c.id(),
                            name,
                            or(row.text("contactRole"), c.role()),
                            or(email, c.email()),
                            or(row.text("contactPhone"), c.phone()),
                            c.preferred()));
            return all;
        }
        all.add(new Contact.Line(
                null, name, row.text("contactRole"), email, row.text("contactPhone"), before.isEmpty()));
        return all;
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T there) {
        return said == null ? there : said;
    }
}
