package eventkit.finance;

import static eventkit.finance.db.Tables.SETTINGS;

import eventkit.clients.Address;
import eventkit.clients.Client;
import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.clients.Contact;
import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who bills and who is billed, as they stand now. */
@Component
class Parties {
    private static final Pattern PLACE = Pattern.compile(
            "(?:[A-Z]{1,2}-)?([0-9][0-9A-Z -]{2,8}[0-9A-Z]|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})\\s+(\\S.*)");
    private final DSLContext db;
    private final CompanyProfile companies;
    private final Clients clients;

    Parties(DSLContext db, CompanyProfile companies, Clients clients) {
        this.db = db;
        this.companies = companies;
        this.clients = clients;
    }

    Party seller() {
        var company = companies.get();
        var s = db.selectFrom(SETTINGS).fetchSingle();
        var lines = s.getStreet() != null && s.getCity() != null
                ? List.of(s.getStreet(), s.getPostcode() == null ? s.getCity() : s.getPostcode() + " " + s.getCity())
                : company.addressLines();
        return new Party(
                s.getLegalName() == null ? company.name() : s.getLegalName(),
                lines,
                s.getStreet(),
                s.getPostcode(),
                s.getCity(),
                s.getCountry(),
                s.getVatNumber(),
                s.getTaxNumber(),
                s.getRegisterEntry(),
                null,
                company.email(),
                company.phone(),
                s.getIban(),
                s.getBic(),
                s.getBankName());
    }

    Party buyer(UUID id) {
        var client =
                Callers.as(Callers.current().allowing(Permission.CLIENT_READ), () -> clients.get(new ClientId(id)));
        var billing = client.addresses().stream()
                .filter(a -> a.kind() == Address.Kind.BILLING)
                .findFirst()
                .orElse(null);
        var lines = billing == null ? client.addressLines() : billing.lines();
        var place = place(lines);
        return new Party(
                name(client, billing),
                lines,
                lines.isEmpty() ? null : lines.getFirst(),
                place == null ? null : place[0],
                place == null ? null : place[1],
                billing == null || billing.country() == null ? client.country() : billing.country(),
                client.vatNumber(),
                null,
                null,
                client.contacts().stream()
                        .filter(c -> Boolean.TRUE.equals(c.preferred()))
                        .map(Contact::name)
                        .findFirst()
                        .orElse(null),
                client.billingEmail() == null ? client.email() : client.billingEmail(),
                client.phone(),
                null,
                null,
                null);
    }

    private static String name(Client client, @Nullable Address billing) {
        if (billing != null && billing.name() != null) return billing.name();
        return client.billingName() == null ? client.name() : client.billingName();
    }

    /** The last line that looks like a postcode and a town. */
    private static String @Nullable [] place(List<String> lines) {
        for (var line : lines.reversed()) {
            var m = PLACE.matcher(line.strip());
            if (m.matches()) return new String[] {m.group(1), m.group(2)};
        }
        return null;
    }
}
