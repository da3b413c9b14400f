package eventkit.finance;

import static eventkit.finance.db.Tables.INVOICE;
import static eventkit.finance.db.Tables.INVOICE_VAT;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was credited of an invoice. */
@Component
class CreditRows {
    private final DSLContext db;

    CreditRows(DSLContext db) {
        this.db = db;
    }

    /** In the order in which they were made. */
    List<InvoiceDocument.CreditNote> creditNotes(UUID id) {
        return db.select(INVOICE.ID, INVOICE.NUMBER, INVOICE.ISSUED_ON, INVOICE.GROSS_MINOR, INVOICE.CURRENCY)
                .from(INVOICE)
                .where(INVOICE.CORRECTS_ID.eq(id))
                .orderBy(INVOICE.CREATED_AT, INVOICE.ID)
                .fetch(r -> new InvoiceDocument.CreditNote(
                        r.get(INVOICE.ID),
                        r.get(INVOICE.NUMBER),
                        r.get(INVOICE.ISSUED_ON),
                        Money.of(r.get(INVOICE.GROSS_MINOR), r.get(INVOICE.CURRENCY))));
    }

    /** Of issued credit notes over it, by category and rate. */
    Map<VatRate, Long> creditedBases(UUID id) {
        var note = INVOICE.as("note");
        var sum = DSL.sum(INVOICE_VAT.BASE_MINOR);
        return db.select(INVOICE_VAT.CATEGORY, INVOICE_VAT.PERCENT, sum)
                .from(INVOICE_VAT)
                .join(note)
                .on(note.ID.eq(INVOICE_VAT.INVOICE_ID))
                .where(note.CORRECTS_ID.eq(id), note.NUMBER.isNotNull())
                .groupBy(INVOICE_VAT.CATEGORY, INVOICE_VAT.PERCENT)
                .fetchMap(
                        r -> new VatRate(VatCategory.ofCode(r.value1()), r.value2()),
                        r -> r.value3().longValueExact());
    }
}
