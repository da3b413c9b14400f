package eventkit.finance;

import static eventkit.finance.db.Tables.DEAL_SEEN;
import static eventkit.finance.db.Tables.QUOTE_SEEN;

import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.finance.db.tables.records.QuoteSeenRecord;
import eventkit.quoting.Quotes;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a quote stands on invoices, drafts among them. Whoever adds to that holds the quote's lock. */
@Component
class BilledRows {
    /** A deposit that an invoice deducts is billed by that one's lines. */
    private static final String BILLED = """
            select l.quote_part_id, l.profit_group, l.vat_category, l.vat_percent, coalesce(c.kind, i.kind) = 'DEPOSIT' as deposit,
                   sum(case when i.kind = 'CREDIT_NOTE' then -l.net_minor else l.net_minor end)::bigint as net_minor
              from finance.invoice_line l
              join finance.invoice i on i.id = l.invoice_id
              left join finance.invoice c on c.id = i.corrects_id
             where i.quote_id = ? and l.quote_part_id is not null
               and (i.kind <> 'CREDIT_NOTE' or i.number is not null)
               and not exists (select from finance.deduction d where d.deposit_id = coalesce(c.id, i.id) and d.live)
             group by 1, 2, 3, 4, 5
            """;

    private final DSLContext db;

    BilledRows(DSLContext db) {
        this.db = db;
    }

    /** @param part a line of the quote, or the quote itself @param deposit it is not earned yet, and no invoice deducts it */
    record Billed(UUID part, ProfitGroup group, VatRate rate, boolean deposit, long net) {}

    void lock(@Nullable UUID quote) {
        if (quote != null) db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "finance.quote:" + quote);
    }

    List<Billed> of(UUID quote) {
        return db.fetch(BILLED, quote)
                .map(r -> new Billed(
                        r.get("quote_part_id", UUID.class),
                        ProfitGroup.valueOf(r.get("profit_group", String.class)),
                        new VatRate(
                                VatCategory.ofCode(r.get("vat_category", String.class)),
                                r.get("vat_percent", BigDecimal.class)),
                        r.get("deposit", Boolean.class),
                        r.get("net_minor", Long.class)));
    }

    /** Throws {@link QuoteBilled} where more stands on its invoices than was accepted. */
    void require(@Nullable UUID quote) {
        if (quote == null) return;
        long billed = of(quote).stream().mapToLong(Billed::net).sum();
        if (billed == 0) return;
        var seen = quote(quote);
        var accepted = seen.getNetMinor();
        if (accepted == null) throw new QuoteNotAccepted(seen.getNumber());
        if (billed > accepted) throw new QuoteBilled(seen.getNumber(), Money.of(billed - accepted, seen.getCurrency()));
    }

    QuoteSeenRecord quote(UUID id) {
        return db.selectFrom(QUOTE_SEEN)
                .where(QUOTE_SEEN.ID.eq(id))
                .fetchOptional()
                .orElseThrow(() -> new NotFound(Quotes.KIND, id));
    }

    /** Quotes of an event that were accepted, the first one first. */
    List<UUID> acceptedFor(UUID event) {
        return db.select(QUOTE_SEEN.ID)
                .from(QUOTE_SEEN)
                .where(QUOTE_SEEN.EVENT_ID.eq(event), QUOTE_SEEN.VERSION_ID.isNotNull())
                .orderBy(QUOTE_SEEN.NUMBER)
                .fetch(QUOTE_SEEN.ID);
    }

    @Nullable
    UUID eventOfDeal(UUID deal) {
        return db.select(DEAL_SEEN.EVENT_ID)
                .from(DEAL_SEEN)
                .where(DEAL_SEEN.ID.eq(deal))
                .fetchOne(DEAL_SEEN.EVENT_ID);
    }
}
