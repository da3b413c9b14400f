package eventkit.quoting;

import static eventkit.quoting.db.Tables.QUOTE;
import static eventkit.quoting.db.Tables.QUOTE_LINE;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import eventkit.clients.ClientId;
import eventkit.clients.ClientUse;
import eventkit.core.Audit;
import eventkit.core.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What quotes tell the registers that they point to. */
@Component("quotingUsesBelow")
class UsesBelow implements ClientUse, ProductUse {
    private final DSLContext db;
    private final Audit audit;

    UsesBelow(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Override
    public Optional<String> of(ClientId client) {
        return counted(db.fetchCount(QUOTE, QUOTE.CLIENT_ID.eq(client.value())), "quote");
    }

    @Override
    public Optional<String> of(ProductId product) {
        return counted(
                db.fetchCount(QUOTE_LINE, QUOTE_LINE.PRODUCT_ID.eq(product.value())),
                "line of quotes",
                "lines of quotes");
    }

    private static Optional<String> counted(int count, String one) {
        return counted(count, one, one + "s");
    }

    private static Optional<String> counted(int count, String one, String many) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : many));
    }

    @Override
    public void repoint(ClientId from, ClientId into) {
        var change = List.of(audit.change("clientId", from.value(), into.value()));
        var entries = new ArrayList<Audit.Entry>();
        db.update(QUOTE)
                .set(QUOTE.CLIENT_ID, into.value())
                .set(QUOTE.VERSION, QUOTE.VERSION.plus(1))
                .where(QUOTE.CLIENT_ID.eq(from.value()))
                .returning(QUOTE.ID, QUOTE.NUMBER, QUOTE.NAME, QUOTE.VERSION)
                .forEach(row -> entries.add(new Audit.Entry(
                        new Subject(
                                Quotes.KIND,
                                row.getId(),
                                row.getNumber() == null ? row.getName() : row.getNumber() + " " + row.getName()),
                        "changed",
                        row.getVersion(),
                        change)));
        audit.recordAll(entries);
    }
}
