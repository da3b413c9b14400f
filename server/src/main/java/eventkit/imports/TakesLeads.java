package eventkit.imports;

import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.crm.Deals;
import eventkit.crm.Lead;
import eventkit.crm.LeadSource;
import eventkit.crm.LeadState;
import eventkit.crm.Leads;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A lead is known by its number, else by who asks (e-mail address, or phone number) for which first day; without a day by what they wrote. So the same
 * list brought twice asks for nothing twice, and whoever asks every year is several leads.
 */
@Component
class TakesLeads implements RowTaker.Kind {
    private final Leads leads;
    private final Deals deals;

    TakesLeads(Leads leads, Deals deals) {
        this.leads = leads;
        this.deals = deals;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LEADS;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        return row -> take(row, mapping);
    }

    private RowTaker.Taken take(Values row, Mapping mapping) {
        var there = existing(row);
        if (there.isEmpty()) {
            stand(leads.create(filled(row, named(Objects.requireNonNull(row.text("name"))))), row);
            return RowTaker.Taken.CREATED;
        }
        if (mapping.existing() == Mapping.Existing.SKIP) return RowTaker.Taken.EXISTING;
        var before = there.get();
        var after = stand(
                leads.change(before.id(), filled(row, Leads.Details.of(before)), IfMatch.version(before.version())),
                row);
        return after.version() == before.version() ? RowTaker.Taken.EXISTING : RowTaker.Taken.UPDATED;
    }

    private Optional<Lead> existing(Values row) {
        var number = row.text("number");
        var email = row.text("email");
        var phone = row.text("phone");
        if (number != null) {
            // The number of another house may be one of ours.
            var numbered = leads.byNumber(number).filter(l -> same(l, row));
            if (numbered.isPresent()) return numbered;
        }
        return leads.of(email, phone).stream()
                .filter(l -> Objects.equals(l.eventFrom(), row.date("eventFrom")))
                .filter(l -> l.eventFrom() != null || Objects.equals(l.message(), row.text("message")))
                .findFirst();
    }

    private static boolean same(Lead lead, Values row) {
        var email = row.text("email");
        return lead.name().equalsIgnoreCase(row.text("name")) || email != null && email.equalsIgnoreCase(lead.email());
    }

    private static Leads.Details named(String name) {
        return new Leads.Details(name, null, null, null, null, null, null, null, null, null, null);
    }

    private Leads.Details filled(Values row, Leads.Details b) {
        var source = row.text("source");
        var language = row.text("language");
        return new Leads.Details(
                Objects.requireNonNull(row.text("name")),
                or(row.text("company"), b.company()),
                or(row.text("email"), b.email()),
                or(row.text("phone"), b.phone()),
                or(row.text("message"), b.message()),
                or(row.date("eventFrom"), b.eventFrom()),
                or(row.date("eventTo"), b.eventTo()),
                or(row.text("venue"), b.venue()),
                source == null ? b.source() : LeadSource.valueOf(source),
                language == null ? b.language() : language.toLowerCase(Locale.ROOT),
                or(owner(row, deals), b.ownerId()));
    }

    /** Throws {@link Invalid}; null where the row names nobody. */
    static @Nullable UUID owner(Values row, Deals deals) {
        var said = row.text("owner");
        if (said == null) return null;
        return deals.person(said)
                .orElseThrow(() -> new Invalid(
                        "owner",
                        "unknown-person",
                        "There is nobody called so, or more than one. Use the e-mail address."));
    }

    private Lead stand(Lead lead, Values row) {
        var said = row.text("state");
        if (said == null || lead.state().name().equals(said)) return lead;
        var state = LeadState.valueOf(said);
        var reason = state == LeadState.DISCARDED ? row.text("discardReason") : null;
        if (state == LeadState.DISCARDED && reason == null)
            throw new Invalid("discardReason", "required", "Say why nothing comes of it.");
        return leads.move(lead.id(), new Leads.Move(state, reason), IfMatch.ANY);
    }

    static <T> @Nullable T or(@Nullable T said, @Nullable T there) {
        return said == null ? there : said;
    }
}
