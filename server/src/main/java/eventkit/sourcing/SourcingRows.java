package eventkit.sourcing;

import static eventkit.sourcing.db.Tables.EVENT_SEEN;
import static eventkit.sourcing.db.Tables.NUMBERING;
import static eventkit.sourcing.db.Tables.PARTNER_SEEN;
import static eventkit.sourcing.db.Tables.PRODUCT_SEEN;
import static eventkit.sourcing.db.Tables.WAREHOUSE_SEEN;

import eventkit.availability.Availability;
import eventkit.core.Check;
import eventkit.core.Money;
import eventkit.sourcing.db.tables.records.NumberingRecord;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What sub-hires and plans have in common: numbers, money, and whether what they point to is there. */
@Component
class SourcingRows {
    private final DSLContext db;

    SourcingRows(DSLContext db) {
        this.db = db;
    }

    String nextSubHire() {
        return number("SH", NUMBERING.NEXT_SUB_HIRE);
    }

    String nextPlan() {
        return number("PL", NUMBERING.NEXT_PLAN);
    }

    private String number(String prefix, TableField<NumberingRecord, Long> next) {
        long taken = db.update(NUMBERING)
                        .set(next, next.plus(1))
                        .returning(next)
                        .fetchSingle()
                        .get(next)
                - 1;
        return String.format(Locale.ROOT, "%s-%04d", prefix, taken);
    }

    /** So many pieces of a product, in a warehouse. */
    void pieces(Check check, @Nullable UUID productId, @Nullable UUID warehouseId, @Nullable Integer quantity) {
        check.required(productId, "productId")
                .known(db, PRODUCT_SEEN.ID, productId, "productId", "There is no such product.")
                .required(warehouseId, "warehouseId")
                .known(db, WAREHOUSE_SEEN.ID, warehouseId, "warehouseId", "There is no such warehouse.")
                .required(quantity, "quantity")
                .between(quantity, "quantity", 1, Availability.PIECES_MAX);
    }

    void partner(Check check, @Nullable UUID id) {
        check.known(
                db, PARTNER_SEEN.ID, id, "partnerId", "There is no such company. Register it with the clients first.");
    }

    void event(Check check, @Nullable UUID id) {
        check.known(db, EVENT_SEEN.ID, id, "eventId", "There is no such event.");
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
