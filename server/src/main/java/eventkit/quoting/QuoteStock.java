package eventkit.quoting;

import eventkit.availability.Availability;
import eventkit.availability.Claim;
import eventkit.availability.ClaimLine;
import eventkit.availability.Owner;
import eventkit.catalogue.KitId;
import eventkit.catalogue.ProductId;
import eventkit.core.Period;
import eventkit.identity.CompanyProfile;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is free of that which a quote offers. Its event's own stock counts as free for it. */
@Component
class QuoteStock {
    private final QuoteRows rows;
    private final Availability availability;
    private final CompanyProfile companies;

    QuoteStock(QuoteRows rows, Availability availability, CompanyProfile companies) {
        this.rows = rows;
        this.availability = availability;
        this.companies = companies;
    }

    Quotes.Stock of(Quote quote) {
        var period = period(quote);
        var warehouse = warehouse(quote);
        if (period == null || warehouse == null) return new Quotes.Stock(null, null, warehouse, List.of());
        var free = new ArrayList<Quotes.LineFree>();
        free.addAll(fit(quote, period, warehouse, QuoteLine::chosen));
        // Options that nobody chose do not take stock from those that count.
        free.addAll(fit(quote, period, warehouse, line -> !line.chosen()));
        return new Quotes.Stock(period.from(), period.to(), warehouse, free);
    }

    private List<Quotes.LineFree> fit(Quote quote, Period period, UUID warehouse, Predicate<QuoteLine> which) {
        var lines = quote.current()
                .lines()
                .filter(which)
                .filter(line -> line.quantity().signum() > 0)
                .map(line -> claim(line, warehouse, period))
                .filter(Objects::nonNull)
                .map(line -> (ClaimLine) line)
                .toList();
        if (lines.isEmpty()) return List.of();
        var event = quote.event();
        var owner = event == null
                ? new Owner(Quotes.KIND, quote.id(), quote.titled())
                : new Owner("event", event.id(), event.name());
        return availability.fit(Claim.confirmed(owner, lines)).lines().stream()
                .map(l -> new Quotes.LineFree(
                        l.line(), l.wanted(), l.free().firm(), l.free().worst(), l.lacking()))
                .toList();
    }

    private static @Nullable ClaimLine claim(QuoteLine line, UUID warehouse, Period period) {
        ClaimLine.What what = switch (line.kind()) {
            case PRODUCT -> new ClaimLine.What.OfProduct(new ProductId(Objects.requireNonNull(line.productId())));
            case CONSUMABLE ->
                line.productId() == null ? null : new ClaimLine.What.OfProduct(new ProductId(line.productId()));
            case KIT -> new ClaimLine.What.OfKit(new KitId(Objects.requireNonNull(line.kitId())));
            case CREW, TRANSPORT, SUB_HIRE, TEXT, PERCENT -> null;
        };
        int quantity = line.quantity().setScale(0, RoundingMode.CEILING).intValueExact();
        return what == null ? null : new ClaimLine(line.id(), what, warehouse, quantity, period);
    }

    private @Nullable Period period(Quote quote) {
        var event =
                rows.event(quote.event() == null ? null : quote.event().id()).orElse(null);
        if (event != null) return new Period(event.getOccupiedFrom(), event.getOccupiedTo());
        var v = quote.current();
        if (v.hireFrom() == null || v.hireTo() == null) return null;
        var zone = companies.zone();
        return new Period(
                v.hireFrom().atStartOfDay(zone).toInstant(),
                v.hireTo().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private @Nullable UUID warehouse(Quote quote) {
        if (quote.warehouse() != null) return quote.warehouse().id();
        return rows.event(quote.event() == null ? null : quote.event().id())
                .map(e -> e.getWarehouseId())
                .or(rows::firstWarehouse)
                .orElse(null);
    }
}
