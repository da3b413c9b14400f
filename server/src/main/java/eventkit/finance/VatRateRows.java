package eventkit.finance;

import static eventkit.finance.db.Tables.VAT_RATE;

import eventkit.core.VatCategory;
import eventkit.finance.db.tables.records.VatRateRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of VAT rates. */
@Component
class VatRateRows {
    private final DSLContext db;

    VatRateRows(DSLContext db) {
        this.db = db;
    }

    List<VatRule> all() {
        return db.selectFrom(VAT_RATE).orderBy(VAT_RATE.POSITION, VAT_RATE.NAME).fetch(VatRateRows::map);
    }

    Optional<VatRule> find(UUID id) {
        return db.selectFrom(VAT_RATE).where(VAT_RATE.ID.eq(id)).fetchOptional(VatRateRows::map);
    }

    VatRule standard() {
        return db.selectFrom(VAT_RATE).where(VAT_RATE.STANDARD).fetchSingle(VatRateRows::map);
    }

    /** Why there is no VAT in this category, as the first rate of it says. */
    @Nullable
    String reason(VatCategory category) {
        return db.select(VAT_RATE.EXEMPTION_REASON)
                .from(VAT_RATE)
                .where(VAT_RATE.CATEGORY.eq(category.code()))
                .and(VAT_RATE.ARCHIVED_AT.isNull())
                .orderBy(VAT_RATE.POSITION, VAT_RATE.ID)
                .limit(1)
                .fetchOne(VAT_RATE.EXEMPTION_REASON);
    }

    void lockAll() {
        db.execute("lock table finance.vat_rate in share row exclusive mode");
    }

    void notStandard() {
        db.update(VAT_RATE)
                .set(VAT_RATE.STANDARD, false)
                .set(VAT_RATE.VERSION, VAT_RATE.VERSION.plus(1))
                .where(VAT_RATE.STANDARD)
                .execute();
    }

    void insert(UUID id, FinanceSettings.VatDetails d) {
        db.insertInto(VAT_RATE)
                .set(VAT_RATE.ID, id)
                .set(VAT_RATE.NAME, d.name())
                .set(VAT_RATE.CATEGORY, d.category().code())
                .set(VAT_RATE.PERCENT, d.percent())
                .set(VAT_RATE.EXEMPTION_REASON, d.exemptionReason())
                .set(VAT_RATE.STANDARD, d.standard())
                .set(VAT_RATE.POSITION, all().size())
                .execute();
    }

    void update(UUID id, FinanceSettings.VatDetails d) {
        db.update(VAT_RATE)
                .set(VAT_RATE.NAME, d.name())
                .set(VAT_RATE.CATEGORY, d.category().code())
                .set(VAT_RATE.PERCENT, d.percent())
                .set(VAT_RATE.EXEMPTION_REASON, d.exemptionReason())
                .set(VAT_RATE.STANDARD, d.standard())
                .set(VAT_RATE.VERSION, VAT_RATE.VERSION.plus(1))
                .where(VAT_RATE.ID.eq(id))
                .execute();
    }

    void archived(UUID id, @Nullable Instant at) {
        db.update(VAT_RATE)
                .set(VAT_RATE.ARCHIVED_AT, at)
                .set(VAT_RATE.VERSION, VAT_RATE.VERSION.plus(1))
                .where(VAT_RATE.ID.eq(id))
                .execute();
    }

    private static VatRule map(VatRateRecord r) {
        return new VatRule(
                r.getId(),
                r.getName(),
                VatCategory.ofCode(r.getCategory()),
                r.getPercent(),
                r.getExemptionReason(),
                r.getStandard(),
                r.getArchivedAt(),
                r.getVersion());
    }
}
