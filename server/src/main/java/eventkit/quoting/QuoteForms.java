package eventkit.quoting;

import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people write on a quote: whether it can be, and the lines it makes. */
@Component
class QuoteForms {
    private static final int GROUPS_MAX = 200;
    private static final int DAYS_MAX = 3_660;
    private static final LocalDate LATEST = LocalDate.of(2068, 1, 1);
    private static final BigDecimal RATE_MAX = BigDecimal.valueOf(1_000_000);
    private final Ids ids;

    QuoteForms(Ids ids) {
        this.ids = ids;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    void header(Check check, Quotes.Details d, boolean template) {
        check.required(d.name(), "name")
                .line(d.name(), "name", 200)
                .that(template || d.clientId() != null, "clientId", "required", "Fill this in.")
                .text(d.notes(), "notes", 10_000)
                .required(d.currency(), "currency")
                .that(Currencies.known(d.currency()), "currency", "unknown", "Use a code such as EUR.")
                .required(d.exchangeRate(), "exchangeRate")
                .that(
                        d.exchangeRate() == null
                                || (d.exchangeRate().signum() > 0
                                        && d.exchangeRate().compareTo(RATE_MAX) <= 0),
                        "exchangeRate",
                        "out-of-range",
                        "Use a rate above 0, up to 1,000,000.")
                .required(d.language(), "language")
                .that(
                        d.language() == null || Set.of("en", "de").contains(d.language()),
                        "language",
                        "unknown",
                        "Use en or de.")
                .date(d.hireFrom(), "hireFrom")
                .date(d.hireTo(), "hireTo")
                .that(
                        (d.hireFrom() == null) == (d.hireTo() == null),
                        "hireTo",
                        "one-of-two",
                        "Give both days, or neither.")
                .that(
                        d.hireFrom() == null
                                || d.hireTo() == null
                                || (!d.hireTo().isBefore(d.hireFrom())
                                        && d.hireTo().isBefore(LATEST)
                                        && ChronoUnit.DAYS.between(d.hireFrom(), d.hireTo()) < DAYS_MAX),
                        "hireTo",
                        "before-from",
                        "The last day can not be before the first, nor ten years after it.")
                .between(d.chargedDays(), "chargedDays", 1, DAYS_MAX)
                .date(d.validUntil(), "validUntil")
                .text(d.intro(), "intro", 10_000)
                .text(d.terms(), "terms", 20_000)
                .required(d.vat(), "vat");
        percent(check, d.clientDiscountPercent(), "clientDiscountPercent");
        percent(check, d.depositPercent(), "depositPercent");
        CancellationStep.check(check, d.cancellation());
        discount(check, d.discountPercent(), d.discount(), d.currency(), "discount");
        check.decimals(d.exchangeRate(), "exchangeRate", 8);
        check.size(d.groups(), "groups", GROUPS_MAX)
                .that(
                        d.groups().stream().mapToInt(g -> g.lines().size()).sum() <= Quotes.LINES_MAX,
                        "groups",
                        "too-many",
                        "Use at most " + Quotes.LINES_MAX + " lines.");
    }

    private static void percent(Check check, @Nullable BigDecimal percent, String field) {
        check.between(percent, field, 0, 100);
        check.decimals(percent, field, 2);
    }

    private static void discount(
            Check check,
            @Nullable BigDecimal percent,
            @Nullable Money amount,
            @Nullable String currency,
            String field) {
        percent(check, percent, field + "Percent");
        check.money(amount, field)
                .that(percent == null || amount == null, field, "one-of-two", "Give a percentage or an amount.")
                .that(
                        amount == null
                                || amount.currency() == null
                                || amount.currency().getCurrencyCode().equals(currency),
                        field + ".currency",
                        "other-currency",
                        "Use the currency of the quote.");
    }

    void lines(Check check, Quotes.Details d, Map<UUID, PriceBook.Thing> products, Map<UUID, PriceBook.Thing> kits) {
        var groups = new HashSet<UUID>();
        var lines = new HashSet<UUID>();
        var bases = new HashSet<UUID>();
        for (var group : d.groups())
            for (var line : group.lines())
                if (line.id() != null && line.alternativeTo() == null && !Boolean.TRUE.equals(line.optional()))
                    bases.add(line.id());
        for (int g = 0; g < d.groups().size(); g++) {
            var group = d.groups().get(g);
            var at = "groups[" + g + "].";
            check.that(group.id() == null || groups.add(group.id()), at + "id", "repeated", "Another part has this id.")
                    .line(group.name(), at + "name", 200);
            discount(check, group.discountPercent(), group.discount(), d.currency(), at + "discount");
            for (int l = 0; l < group.lines().size(); l++)
                line(check, group.lines().get(l), at + "lines[" + l + "].", lines, bases, products, kits);
        }
        var taken = new HashMap<UUID, Integer>();
        for (var group : d.groups())
            for (var line : group.lines())
                if (line.alternativeTo() != null && Boolean.TRUE.equals(line.chosen()))
                    taken.merge(line.alternativeTo(), 1, Integer::sum);
        check.that(
                taken.values().stream().allMatch(n -> n == 1),
                "groups",
                "two-alternatives",
                "Choose one of the alternatives to a line.");
    }

    private static void line(
            Check check,
            Quotes.Line line,
            String at,
            Set<UUID> seen,
            Set<UUID> bases,
            Map<UUID, PriceBook.Thing> products,
            Map<UUID, PriceBook.Thing> kits) {
        check.required(line.kind(), at + "kind")
                .that(line.id() == null || seen.add(line.id()), at + "id", "repeated", "Another line has this id.")
                .line(line.name(), at + "name", 300)
                .text(line.note(), at + "note", 2_000)
                .between(line.quantity(), at + "quantity", 0, 1_000_000)
                .between(line.percent(), at + "percent", 0, 1_000)
                .that(
                        line.alternativeTo() == null || bases.contains(line.alternativeTo()),
                        at + "alternativeTo",
                        "unknown",
                        "An alternative belongs to a line that is neither optional nor an alternative itself.")
                .that(
                        line.alternativeTo() == null || !Boolean.TRUE.equals(line.optional()),
                        at + "optional",
                        "one-of-two",
                        "A line is optional or an alternative, not both.")
                .that(
                        line.productId() == null || products.containsKey(line.productId()),
                        at + "productId",
                        "unknown",
                        "There is no such product.")
                .that(
                        line.kitId() == null || kits.containsKey(line.kitId()),
                        at + "kitId",
                        "unknown",
                        "There is no such kit.");
        check.decimals(line.quantity(), at + "quantity", 3);
        check.decimals(line.percent(), at + "percent", 4);
        percent(check, line.discountPercent(), at + "discountPercent");
        PriceDesk.price(check, line.listPrice(), at + "listPrice");
        PriceDesk.price(check, line.unitCost(), at + "unitCost");
        if (line.kind() == null) return;
        boolean named = line.name() != null && !line.name().isBlank();
        switch (line.kind()) {
            case PRODUCT ->
                check.required(line.productId(), at + "productId")
                        .that(line.kitId() == null, at + "kitId", "not-here", "A product line has no kit.");
            case KIT ->
                check.required(line.kitId(), at + "kitId")
                        .that(line.productId() == null, at + "productId", "not-here", "A kit line has no product.");
            case CONSUMABLE, SUB_HIRE ->
                check.that(line.productId() != null || named, at + "name", "required", "Fill this in.")
                        .that(line.kitId() == null, at + "kitId", "not-here", "This line has no kit.");
            case CREW, TRANSPORT, TEXT ->
                check.that(named, at + "name", "required", "Fill this in.")
                        .that(
                                line.productId() == null && line.kitId() == null,
                                at + "productId",
                                "not-here",
                                "This line has neither product nor kit.");
            case PERCENT ->
                check.that(named, at + "name", "required", "Fill this in.")
                        .required(line.percent(), at + "percent")
                        .that(
                                line.productId() == null && line.kitId() == null,
                                at + "productId",
                                "not-here",
                                "This line has neither product nor kit.");
        }
        check.that(
                line.percent() == null || line.kind() == LineKind.PERCENT,
                at + "percent",
                "not-here",
                "Only a percentage has one.");
    }

    /**
     * The lines that are meant, with what they are priced from; what they come to is not reckoned yet.
     *
     * @param before the version as it was, whose prices stay; null: all are looked up
     * @param costs whether who writes may see costs; who may not leaves them as they are
     */
    List<QuoteGroup> made(Quotes.Details d, @Nullable QuoteVersion before, PriceBook book, boolean costs) {
        var zero = Money.zero(Currency.getInstance(d.currency()));
        Map<UUID, QuoteLine> known = new HashMap<>();
        if (before != null) before.lines().forEach(line -> known.put(line.id(), line));
        var replaced = new HashSet<UUID>();
        for (var group : d.groups())
            for (var line : group.lines())
                if (line.alternativeTo() != null && Boolean.TRUE.equals(line.chosen()))
                    replaced.add(line.alternativeTo());
        var groups = new ArrayList<QuoteGroup>();
        for (var group : d.groups()) {
            var lines = new ArrayList<QuoteLine>();
            for (var line : group.lines()) {
                var id = line.id() == null ? ids.next() : line.id();
                lines.add(made(line, id, known.get(id), d, before, book, costs, replaced.contains(id), zero));
            }
            groups.add(new QuoteGroup(
                    group.id() == null ? ids.next() : group.id(),
                    group.name() == null ? "" : group.name().strip(),
                    discount(group.discountPercent(), group.discount()),
                    zero,
                    lines));
        }
        return groups;
    }

    static Discount discount(@Nullable BigDecimal percent, @Nullable Money amount) {
        return percent == null && amount == null
                ? Discount.NONE
                : new Discount(percent, amount == null ? null : amount.amountMinor());
    }

    private static QuoteLine made(
            Quotes.Line line,
            UUID id,
            @Nullable QuoteLine known,
            Quotes.Details d,
            @Nullable QuoteVersion before,
            PriceBook book,
            boolean costs,
            boolean replaced,
            Money zero) {
        var kind = line.kind();
        var thing = line.productId() != null
                ? book.products().get(line.productId())
                : line.kitId() != null ? book.kits().get(line.kitId()) : null;
        boolean optional = Boolean.TRUE.equals(line.optional());
        boolean choice = optional || line.alternativeTo() != null;
        var name = blankToNull(line.name());
        return new QuoteLine(
                id,
                kind,
                line.productId(),
                line.kitId(),
                thing == null ? null : thing.code(),
                name != null ? name : thing == null ? "" : thing.name(),
                blankToNull(line.note()),
                kind == LineKind.PERCENT || line.quantity() == null ? BigDecimal.ONE : line.quantity(),
                kind == LineKind.KIT && Boolean.TRUE.equals(line.byParts()),
                basis(line, known, d, before, book),
                line.discountPercent() == null || line.discountPercent().signum() == 0 ? null : line.discountPercent(),
                line.percent(),
                kind != LineKind.PERCENT ? null : line.percentOf() == null ? PercentOf.EQUIPMENT : line.percentOf(),
                optional,
                line.alternativeTo(),
                choice ? Boolean.TRUE.equals(line.chosen()) : !replaced,
                line.vat() == null ? d.vat() : line.vat(),
                line.vat() != null,
                zero,
                zero,
                zero,
                costs || known == null ? line.unitCost() : known.unitCost(),
                null,
                List.of());
    }

    /** What was frozen stays; only other days or another unit make the factors anew, another currency or exchange rate the whole. */
    private static Basis basis(
            Quotes.Line line,
            @Nullable QuoteLine known,
            Quotes.Details d,
            @Nullable QuoteVersion before,
            PriceBook book) {
        if (line.kind() == LineKind.PERCENT) return Basis.entered(BigDecimal.ZERO, ChargeUnit.JOB);
        var entered = line.listPrice();
        if (entered != null || known == null || before == null || !same(line, known) || !sameMoney(d, before))
            return fits(book.basis(
                    line.kind(),
                    line.productId(),
                    line.kitId(),
                    Boolean.TRUE.equals(line.byParts()),
                    entered == null ? null : entered.setScale(4, RoundingMode.HALF_UP),
                    line.unit()));
        var frozen = known.basis();
        if (frozen.source() == Basis.Source.ENTERED)
            return fits(book.basis(line.kind(), line.productId(), line.kitId(), known.byParts(), null, line.unit()));
        return sameDays(d, before) ? frozen : fits(book.forDays(line.kind(), line.productId(), line.kitId(), frozen));
    }

    private static Basis fits(Basis basis) {
        new Check()
                .that(
                        basis.factor().compareTo(BigDecimal.valueOf(99_999)) <= 0,
                        "chargedDays",
                        "too-large",
                        "So many days can not be charged. Look at the factors of days.")
                .orThrow();
        return basis;
    }

    private static boolean same(Quotes.Line line, QuoteLine known) {
        return line.kind() == known.kind()
                && Objects.equals(line.productId(), known.productId())
                && Objects.equals(line.kitId(), known.kitId())
                && (line.kind() != LineKind.KIT || Boolean.TRUE.equals(line.byParts()) == known.byParts());
    }

    private static boolean sameMoney(Quotes.Details d, QuoteVersion before) {
        return d.currency().equals(before.currency()) && d.exchangeRate().compareTo(before.exchangeRate()) == 0;
    }

    private static boolean sameDays(Quotes.Details d, QuoteVersion before) {
        return d.chargedDays() == before.chargedDays()
                && Objects.equals(d.hireFrom(), before.hireFrom())
                && Objects.equals(d.hireTo(), before.hireTo());
    }
}
