package eventkit.sourcing;

import static eventkit.sourcing.db.Tables.EVENT_SEEN;
import static eventkit.sourcing.db.Tables.NUMBERING;
import static eventkit.sourcing.db.Tables.PARTNER_SEEN;
import static eventkit.sourcing.db.Tables.PRODUCT_SEEN;
import static eventkit.sourcing.db.Tables.WAREHOUSE_SEEN;

import eventkit.core.Check;
import eventkit.core.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What sub-hires and plans have in common: numbers, money, and whether what they point to is there. */
@Component
class SourcingRows {
    private static final String UNKNOWN = "unknown";
    private static final long MINOR_MAX = 1_000_000_000_000L;
    private final DSLContext db;

    SourcingRows(DSLContext db) {
        this.db = db;
    }

    String nextSubHire() {
        long next = db.update(NUMBERING)
                .set(NUMBERING.NEXT_SUB_HIRE, NUMBERING.NEXT_SUB_HIRE.plus(1))
                .returning(NUMBERING.NEXT_SUB_HIRE)
                .fetchSingle()
                .getNextSubHire();
        return String.format(Locale.ROOT, "SH-%04d", next - 1);
    }

    String nextPlan() {
        long next = db.update(NUMBERING)
                .set(NUMBERING.NEXT_PLAN, NUMBERING.NEXT_PLAN.plus(1))
                .returning(NUMBERING.NEXT_PLAN)
                .fetchSingle()
                .getNextPlan();
        return String.format(Locale.ROOT, "PL-%04d", next - 1);
    }

    void product(Check check, @Nullable UUID id) {
        check.required(id, "productId");
        check.that(
                id == null || db.fetchExists(PRODUCT_SEEN, PRODUCT_SEEN.ID.eq(id)),
                "productId",
                UNKNOWN,
                "There is no such product.");
    }

    void partner(Check check, @Nullable UUID id) {
        check.that(
                id == null || db.fetchExists(PARTNER_SEEN, PARTNER_SEEN.ID.eq(id)),
                "partnerId",
                UNKNOWN,
                "There is no such company. Register it with the clients first.");
    }

    void warehouse(Check check, @Nullable UUID id) {
        check.required(id, "warehouseId");
        check.that(
                id == null || db.fetchExists(WAREHOUSE_SEEN, WAREHOUSE_SEEN.ID.eq(id)),
                "warehouseId",
                UNKNOWN,
                "There is no such warehouse.");
    }

    void event(Check check, @Nullable UUID id) {
        check.that(
                id == null || db.fetchExists(EVENT_SEEN, EVENT_SEEN.ID.eq(id)),
                "eventId",
                UNKNOWN,
                "There is no such event.");
    }

    static void money(Check check, @Nullable Money money, String field) {
        if (money == null) return;
        check.required(money.currency(), field + ".currency")
                .between(money.amountMinor(), field + ".amountMinor", 0, MINOR_MAX);
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
