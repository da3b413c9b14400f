package eventkit.quoting;

import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices drafts by the book of their terms: what is new, what stays frozen, and what it would be today. */
@Component
class DraftPrices {
    private final PriceRows prices;
    private final QuoteRows rows;
    private final QuoteForms forms;
    private final CompanyProfile companies;

    DraftPrices(PriceRows prices, QuoteRows rows, QuoteForms forms, CompanyProfile companies) {
        this.prices = prices;
        this.rows = rows;
        this.forms = forms;
        this.companies = companies;
    }

    PriceBook book(Quotes.Details d) {
        var products = new HashSet<UUID>();
        var kits = new HashSet<UUID>();
        for (var group : d.groups())
            for (var line : group.lines()) {
                if (line.productId() != null) products.add(line.productId());
                if (line.kitId() != null) kits.add(line.kitId());
            }
        var home = companies.find().map(Company::currency).orElse("EUR");
        return prices.book(
                new PriceBook.Terms(d.currency(), home, d.exchangeRate(), d.hireFrom(), d.hireTo(), d.chargedDays()),
                rows.client(d.clientId()).tags(),
                products,
                kits);
    }

    /**
     * @param before whose prices stay; null: all are looked up
     * @param costs whether costs are taken as given, too
     */
    QuoteVersion reckoned(QuoteVersion of, Quotes.Details d, @Nullable QuoteVersion before, boolean costs) {
        return Reckoning.of(of.written(d, forms.made(d, before, book(d), costs)));
    }

    /** @param version as it would be with all prices of today */
    record Today(QuoteVersion version, List<Quotes.Resync> differences) {
        /** The version with today's prices of these lines. */
        QuoteVersion of(QuoteVersion v, Set<UUID> wanted) {
            var now = new HashMap<UUID, QuoteLine>();
            version.lines().forEach(line -> now.put(line.id(), line));
            return Reckoning.of(v.with(v.groups().stream()
                    .map(g -> g.with(
                            g.net(),
                            g.lines().stream()
                                    .map(l -> wanted.contains(l.id()) ? Objects.requireNonNull(now.get(l.id())) : l)
                                    .toList()))
                    .toList()));
        }
    }

    Today today(Quote quote) {
        var v = quote.current();
        var details = Quotes.Details.of(quote);
        var book = book(details);
        var looked = Reckoning.of(v.with(v.groups().stream()
                .map(g -> g.with(
                        g.net(), g.lines().stream().map(l -> today(l, book)).toList()))
                .toList()));
        var now = new HashMap<UUID, QuoteLine>();
        looked.lines().forEach(line -> now.put(line.id(), line));
        var differences = v.lines()
                .filter(line -> differs(
                        line.basis(), Objects.requireNonNull(now.get(line.id())).basis()))
                .map(line -> new Quotes.Resync(
                        line.id(), line.name(), side(line), side(Objects.requireNonNull(now.get(line.id())))))
                .toList();
        return new Today(looked, differences);
    }

    /** What somebody entered stays. */
    private static QuoteLine today(QuoteLine line, PriceBook book) {
        if (line.kind() == LineKind.PERCENT || line.basis().source() == Basis.Source.ENTERED) return line;
        return line.basedOn(book.basis(
                line.kind(),
                line.productId(),
                line.kitId(),
                line.byParts(),
                null,
                line.basis().unit()));
    }

    private static boolean differs(Basis a, Basis b) {
        return a.listPrice().compareTo(b.listPrice()) != 0
                || a.factor().compareTo(b.factor()) != 0
                || a.rate().compareTo(b.rate()) != 0
                || a.unit() != b.unit()
                || !Objects.equals(tidy(a.minimum()), tidy(b.minimum()));
    }

    private static @Nullable BigDecimal tidy(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private static Quotes.Resync.Side side(QuoteLine line) {
        return new Quotes.Resync.Side(
                line.basis().listPrice(), line.basis().factor(), line.basis().rate(), line.amount());
    }
}
