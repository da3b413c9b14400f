package eventkit.finance;

import eventkit.clients.ClientId;
import eventkit.clients.ClientUse;
import eventkit.core.Audit;
import eventkit.core.Constraints;
import eventkit.core.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What money tells the registers that it points to. */
@Component("financeUsesBelow")
class UsesBelow implements ClientUse {
    private final InvoiceDesk invoices;
    private final PaymentRows payments;
    private final DSLContext db;
    private final Audit audit;

    UsesBelow(InvoiceDesk invoices, PaymentRows payments, DSLContext db, Audit audit) {
        this.invoices = invoices;
        this.payments = payments;
        this.db = db;
        this.audit = audit;
        for (var key : List.of(
                "line_event_id_fkey", "invoice_event_id_fkey", "invoice_line_event_id_fkey", "cost_event_id_fkey"))
            Constraints.mean(key, EventHasMoney::new);
    }

    @Override
    public Optional<String> of(ClientId client) {
        var words = new StringJoiner(", ");
        counted(words, invoices.count(client.value()), "invoice", "invoices");
        counted(words, payments.count(client.value()), "payment", "payments");
        if (words.length() == 0)
            counted(
                    words,
                    db.fetchSingle(
                                    "select count(*) from (select from finance.line where client_id = ? limit 100) l",
                                    client.value())
                            .get(0, Integer.class),
                    "ledger line",
                    "ledger lines");
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }

    private static void counted(StringJoiner words, int count, String one, String many) {
        if (count > 0) words.add(count == 1 ? "1 " + one : count + " " + many);
    }

    /** What an issued invoice says of its client stays; whose it is follows. */
    @Override
    public void repoint(ClientId from, ClientId into) {
        var change = List.of(audit.change("clientId", from.value(), into.value()));
        var entries = new ArrayList<Audit.Entry>();
        db.fetch(
                        "update finance.invoice set client_id = ?, version = version + 1 where client_id = ? returning id, coalesce(number || ' ', '') || title as label, version",
                        into.value(),
                        from.value())
                .forEach(r -> entries.add(new Audit.Entry(
                        new Subject(Invoices.KIND, r.get("id", UUID.class), r.get("label", String.class)),
                        "changed",
                        r.get("version", Long.class),
                        change)));
        db.execute(
                "update finance.payment set client_id = ?, version = version + 1 where client_id = ?",
                into.value(),
                from.value());
        db.fetch("select finance.repoint_client(?, ?)", from.value(), into.value());
        audit.recordAll(entries);
    }
}
