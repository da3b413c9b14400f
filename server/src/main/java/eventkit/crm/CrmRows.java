package eventkit.crm;

import static eventkit.crm.db.Tables.CLIENT_SEEN;
import static eventkit.crm.db.Tables.CONTACT_SEEN;
import static eventkit.crm.db.Tables.EVENT_SEEN;
import static eventkit.crm.db.Tables.NUMBERING;
import static eventkit.crm.db.Tables.PERSON_SEEN;
import static eventkit.crm.db.Tables.VENUE_SEEN;

import eventkit.core.Check;
import eventkit.core.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What deals and activities have in common: numbers, money, and whether what they point to is there. */
@Component
class CrmRows {
    private final DSLContext db;

    CrmRows(DSLContext db) {
        this.db = db;
    }

    String nextDeal() {
        long taken = db.update(NUMBERING)
                        .set(NUMBERING.NEXT_DEAL, NUMBERING.NEXT_DEAL.plus(1))
                        .returning(NUMBERING.NEXT_DEAL)
                        .fetchSingle()
                        .get(NUMBERING.NEXT_DEAL)
                - 1;
        return String.format(Locale.ROOT, "D-%04d", taken);
    }

    void client(Check check, @Nullable UUID id) {
        check.known(db, CLIENT_SEEN.ID, id, "clientId", "There is no such client.");
    }

    void contact(Check check, @Nullable UUID contact, @Nullable UUID client) {
        check.that(
                contact == null
                        || db.fetchExists(
                                CONTACT_SEEN, CONTACT_SEEN.ID.eq(contact).and(CONTACT_SEEN.CLIENT_ID.eq(client))),
                "contactId",
                "unknown",
                "The client has no such contact.");
    }

    void venue(Check check, @Nullable UUID id) {
        check.known(db, VENUE_SEEN.ID, id, "venueId", "There is no such venue.");
    }

    void event(Check check, @Nullable UUID id) {
        check.known(db, EVENT_SEEN.ID, id, "eventId", "There is no such event.");
    }

    boolean hasEvent(UUID id) {
        return db.fetchExists(EVENT_SEEN, EVENT_SEEN.ID.eq(id));
    }

    void person(Check check, @Nullable UUID id, String field) {
        check.known(db, PERSON_SEEN.ID, id, field, "There is nobody with this id.");
    }

    Optional<UUID> person(String said) {
        var found = db.select(PERSON_SEEN.ID)
                .from(PERSON_SEEN)
                .where(PERSON_SEEN.EMAIL.equalIgnoreCase(said).or(PERSON_SEEN.NAME.equalIgnoreCase(said)))
                .limit(2)
                .fetch(PERSON_SEEN.ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Named(id, name == null ? "" : name);
    }

    static @Nullable Money money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : new Money(minor, Currency.getInstance(currency));
    }

    static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : (Long) money.amountMinor();
    }

    static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
