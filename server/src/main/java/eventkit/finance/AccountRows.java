package eventkit.finance;

import static eventkit.finance.db.Tables.ACCOUNT;

import eventkit.finance.db.tables.records.AccountRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the chart. */
@Component
class AccountRows {
    private final DSLContext db;

    AccountRows(DSLContext db) {
        this.db = db;
    }

    List<Account> all() {
        return db.selectFrom(ACCOUNT).orderBy(ACCOUNT.CODE).fetch(AccountRows::map);
    }

    Optional<Account> find(UUID id) {
        return db.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(AccountRows::map);
    }

    /** The account that postings of the class and group go to; there always is one. */
    Account standard(AccountClass of, @Nullable ProfitGroup group) {
        return db.selectFrom(ACCOUNT)
                .where(ACCOUNT.CLASS.eq(of.name()))
                .and(ACCOUNT.PROFIT_GROUP.isNotDistinctFrom(group == null ? null : group.name()))
                .and(ACCOUNT.STANDARD)
                .fetchSingle(AccountRows::map);
    }

    void lockAll() {
        db.execute("lock table finance.account in share row exclusive mode");
    }

    void insert(UUID id, Chart.Details d) {
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.CODE, d.code())
                .set(ACCOUNT.NAME, d.name())
                .set(ACCOUNT.CLASS, d.accountClass().name())
                .set(
                        ACCOUNT.PROFIT_GROUP,
                        d.profitGroup() == null ? null : d.profitGroup().name())
                .set(ACCOUNT.STANDARD, d.standard())
                .execute();
    }

    void update(UUID id, Chart.Details d) {
        db.update(ACCOUNT)
                .set(ACCOUNT.CODE, d.code())
                .set(ACCOUNT.NAME, d.name())
                .set(ACCOUNT.STANDARD, d.standard())
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void notStandard(AccountClass of, @Nullable ProfitGroup group) {
        db.update(ACCOUNT)
                .set(ACCOUNT.STANDARD, false)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.CLASS.eq(of.name()))
                .and(ACCOUNT.PROFIT_GROUP.isNotDistinctFrom(group == null ? null : group.name()))
                .and(ACCOUNT.STANDARD)
                .execute();
    }

    void archived(UUID id, @Nullable Instant at) {
        db.update(ACCOUNT)
                .set(ACCOUNT.ARCHIVED_AT, at)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    private static Account map(AccountRecord r) {
        return new Account(
                r.getId(),
                r.getCode(),
                r.getName(),
                AccountClass.valueOf(r.getClass_()),
                r.getProfitGroup() == null ? null : ProfitGroup.valueOf(r.getProfitGroup()),
                r.getStandard(),
                r.getArchivedAt(),
                r.getVersion());
    }
}
