package eventkit.quoting;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PriceDesk implements Prices {
    /** There is one row of settings, so it needs no id of its own. */
    private static final UUID ONLY = new UUID(0, 0);

    private static final BigDecimal PRICE_MAX = BigDecimal.valueOf(1_000_000_000);
    private static final int POINTS_MAX = 60;
    private static final int DAYS_MAX = 3_660;
    private final PriceRows rows;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    PriceDesk(PriceRows rows, Audit audit, AuditTrail trail, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("price_list_name_taken", PriceNameTaken::new);
        Constraints.mean("curve_name_taken", PriceNameTaken::new);
        Constraints.mean("hire_rate_name_taken", PriceNameTaken::new);
    }

    private record Archived(@Nullable Instant archivedAt) {}

    @Override
    public List<PriceList> lists() {
        return rows.lists();
    }

    @Override
    public PriceList list(UUID id) {
        return rows.list(id).orElseThrow(() -> new NotFound(LIST, id));
    }

    @Override
    public List<Price> prices(UUID listId) {
        return rows.prices(list(listId).id());
    }

    @Override
    @Transactional
    public PriceList createList(ListDetails given) {
        var details = checked(given);
        var id = ids.next();
        rows.writeList(id, details, true, clock.instant());
        audit.created(subject(LIST, id, details.name()), details);
        return list(id);
    }

    @Override
    @Transactional
    public PriceList changeList(UUID id, ListDetails given, IfMatch ifMatch) {
        var before = locked(id, ifMatch);
        var details = checked(given);
        if (details.equals(ListDetails.of(before))) return before;
        rows.writeList(id, details, false, clock.instant());
        var after = list(id);
        audit.changed(subject(LIST, id, after.name()), after.version(), ListDetails.of(before), details);
        return after;
    }

    private PriceList locked(UUID id, IfMatch ifMatch) {
        rows.lockSettings();
        var before = list(id);
        ifMatch.require(before.version(), audit, LIST, id);
        return before;
    }

    private static ListDetails checked(ListDetails d) {
        var details = new ListDetails(
                d.name() == null ? "" : d.name().strip(),
                d.currency(),
                d.clientTags().stream().map(String::strip).distinct().toList(),
                d.validFrom(),
                d.validTo(),
                d.discountPercent());
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .required(details.currency(), "currency")
                .that(Currencies.known(details.currency()), "currency", "unknown", "Use a code such as EUR.")
                .size(details.clientTags(), "clientTags", 20)
                .date(details.validFrom(), "validFrom")
                .date(details.validTo(), "validTo")
                .that(
                        details.validFrom() == null
                                || details.validTo() == null
                                || !details.validTo().isBefore(details.validFrom()),
                        "validTo",
                        "before-from",
                        "The last day can not be before the first.")
                .between(details.discountPercent(), "discountPercent", 0, 100);
        for (int i = 0; i < details.clientTags().size(); i++)
            check.required(details.clientTags().get(i), "clientTags[" + i + "]")
                    .line(details.clientTags().get(i), "clientTags[" + i + "]", 60);
        check.decimals(details.discountPercent(), "discountPercent", 2);
        check.orThrow();
        return details;
    }

    @Override
    @Transactional
    public PriceList setPrices(UUID id, AllPrices all, IfMatch ifMatch) {
        var list = locked(id, ifMatch);
        var lines = all.prices().stream()
                .map(l -> new PriceLine(
                        l.productId(), l.kitId(), l.unit() == null ? ChargeUnit.DAY : l.unit(), l.price(), l.minimum()))
                .toList();
        var check = new Check().size(lines, "prices", PRICES_MAX);
        var products = new HashSet<UUID>();
        var kits = new HashSet<UUID>();
        lines.forEach(line -> {
            if (line.productId() != null) products.add(line.productId());
            if (line.kitId() != null) kits.add(line.kitId());
        });
        var knownProducts = rows.products(products);
        var knownKits = rows.kits(kits);
        var seen = new HashSet<UUID>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var field = "prices[" + i + "].";
            var thing = line.productId() != null ? line.productId() : line.kitId();
            check.that(
                            (line.productId() == null) != (line.kitId() == null),
                            field + "productId",
                            "one-of-two",
                            "Give a product or a kit.")
                    .that(
                            thing == null || knownProducts.containsKey(thing) || knownKits.containsKey(thing),
                            field + "productId",
                            "unknown",
                            "There is no such product or kit.")
                    .that(
                            thing == null || seen.add(thing),
                            field + "productId",
                            "repeated",
                            "It has a price in this list already.")
                    .required(line.price(), field + "price");
            price(check, line.price(), field + "price");
            price(check, line.minimum(), field + "minimum");
        }
        check.orThrow();
        var before = rows.prices(id);
        rows.writePrices(id, lines);
        rows.writeList(id, ListDetails.of(list), false, clock.instant());
        var after = list(id);
        audit.record(
                subject(LIST, id, after.name()),
                "changed",
                after.version(),
                audit.changesOf("prices", before, rows.prices(id), PriceDesk::thing, Price::name, p -> p));
        return after;
    }

    private static UUID thing(Price p) {
        return Objects.requireNonNull(p.productId() != null ? p.productId() : p.kitId());
    }

    static void price(Check check, @Nullable BigDecimal price, String field) {
        if (price == null) return;
        check.that(
                price.signum() >= 0 && price.compareTo(PRICE_MAX) <= 0,
                field,
                "out-of-range",
                "Use a price from 0 to 1,000,000,000.");
        check.decimals(price, field, 4);
    }

    @Override
    @Transactional
    public PriceList archiveList(UUID id, boolean archived) {
        var before = locked(id, IfMatch.ANY);
        if ((before.archivedAt() != null) == archived) return before;
        rows.archiveList(id, archived ? clock.instant() : null, clock.instant());
        var after = list(id);
        audit.changed(
                subject(LIST, id, after.name()),
                archived ? "archived" : "restored",
                after.version(),
                new Archived(before.archivedAt()),
                new Archived(after.archivedAt()));
        return after;
    }

    @Override
    public List<Curve> curves() {
        return rows.curves().stream()
                .map(c -> Curve.of(c, rows.categoriesOf(c.id())))
                .toList();
    }

    @Override
    public Curve curve(UUID id) {
        var curve = rows.curve(id).orElseThrow(() -> new NotFound(CURVE, id));
        return Curve.of(curve, rows.categoriesOf(id));
    }

    @Override
    @Transactional
    public Curve createCurve(CurveDetails given) {
        rows.lockSettings();
        var details = checked(given);
        var id = ids.next();
        rows.writeCurve(id, details, true, clock.instant());
        audit.created(subject(CURVE, id, details.name()), details);
        return curve(id);
    }

    @Override
    @Transactional
    public Curve changeCurve(UUID id, CurveDetails given, IfMatch ifMatch) {
        rows.lockSettings();
        var before = curve(id);
        ifMatch.require(before.version(), audit, CURVE, id);
        var details = checked(given);
        if (details.equals(before.details())) return before;
        new Check()
                .that(
                        Boolean.TRUE.equals(details.standard()) || !before.standard(),
                        "standard",
                        "needed",
                        "Make another curve the standard one instead.")
                .orThrow();
        rows.writeCurve(id, details, false, clock.instant());
        var after = curve(id);
        audit.changed(subject(CURVE, id, details.name()), after.version(), before.details(), after.details());
        return after;
    }

    @Override
    @Transactional
    public void removeCurve(UUID id, IfMatch ifMatch) {
        rows.lockSettings();
        var before = curve(id);
        ifMatch.require(before.version(), audit, CURVE, id);
        if (before.standard()) throw new Invalid("standard", "needed", "Make another curve the standard one first.");
        rows.removeCurve(id);
        audit.removed(subject(CURVE, id, before.name()), before.version() + 1, before.details());
    }

    private CurveDetails checked(CurveDetails d) {
        var details = new CurveDetails(
                d.name() == null ? "" : d.name().strip(),
                d.points(),
                d.furtherDay(),
                d.standard(),
                d.categoryIds().stream().distinct().sorted().toList());
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .size(details.points(), "points", POINTS_MAX)
                .between(details.furtherDay(), "furtherDay", 0, 1_000)
                .that(
                        !details.points().isEmpty()
                                && details.points().getFirst().days() == 1,
                        "points",
                        "first-day-missing",
                        "The first point says what one day costs.")
                .that(
                        rows.categoriesKnown(details.categoryIds()),
                        "categoryIds",
                        "unknown",
                        "There is no such category.");
        check.decimals(details.furtherDay(), "furtherDay", FactorCurve.DECIMALS);
        for (int i = 0; i < details.points().size(); i++) {
            var point = details.points().get(i);
            var field = "points[" + i + "].";
            var before = i == 0 ? null : details.points().get(i - 1);
            check.between(point.days(), field + "days", 1, DAYS_MAX)
                    .required(point.factor(), field + "factor")
                    .between(point.factor(), field + "factor", 0, 10_000)
                    .that(
                            before == null || before.days() < point.days(),
                            field + "days",
                            "not-rising",
                            "The days of the points must rise.")
                    .that(
                            before == null
                                    || before.factor() == null
                                    || point.factor() == null
                                    || before.factor().compareTo(point.factor()) <= 0,
                            field + "factor",
                            "not-rising",
                            "More days can not cost less.");
            check.decimals(point.factor(), field + "factor", FactorCurve.DECIMALS);
        }
        check.orThrow();
        return details;
    }

    @Override
    public List<HireRate> rates() {
        return rows.rates();
    }

    @Override
    public HireRate rate(UUID id) {
        return rows.rates().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(RATE, id));
    }

    @Override
    @Transactional
    public HireRate createRate(RateDetails given) {
        rows.lockSettings();
        var details = checked(given);
        var id = ids.next();
        rows.writeRate(id, details, true, clock.instant());
        audit.created(subject(RATE, id, details.name()), details);
        return rate(id);
    }

    @Override
    @Transactional
    public HireRate changeRate(UUID id, RateDetails given, IfMatch ifMatch) {
        rows.lockSettings();
        var before = rate(id);
        ifMatch.require(before.version(), audit, RATE, id);
        var details = checked(given);
        if (details.equals(RateDetails.of(before))) return before;
        rows.writeRate(id, details, false, clock.instant());
        var after = rate(id);
        audit.changed(subject(RATE, id, after.name()), after.version(), RateDetails.of(before), details);
        return after;
    }

    @Override
    @Transactional
    public void removeRate(UUID id, IfMatch ifMatch) {
        rows.lockSettings();
        var before = rate(id);
        ifMatch.require(before.version(), audit, RATE, id);
        rows.removeRate(id);
        audit.removed(subject(RATE, id, before.name()), before.version() + 1, RateDetails.of(before));
    }

    private static RateDetails checked(RateDetails d) {
        var details =
                new RateDetails(d.name() == null ? "" : d.name().strip(), d.from(), d.to(), d.weekdays(), d.factor());
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .date(details.from(), "from")
                .date(details.to(), "to")
                .that(
                        (details.from() == null) == (details.to() == null)
                                && (details.from() == null
                                        || !Objects.requireNonNull(details.to()).isBefore(details.from())),
                        "to",
                        "before-from",
                        "Give the first and the last day, or neither.")
                .that(
                        details.from() != null || !details.weekdays().isEmpty(),
                        "weekdays",
                        "always",
                        "Say for which time of the year or which days of the week it holds.")
                .required(details.factor(), "factor")
                .between(details.factor(), "factor", 0, 100);
        check.decimals(details.factor(), "factor", FactorCurve.DECIMALS);
        check.orThrow();
        return details;
    }

    @Override
    public QuoteSettings settings() {
        return rows.settings();
    }

    @Override
    @Transactional
    public QuoteSettings changeSettings(SettingsDetails d, IfMatch ifMatch) {
        rows.lockSettings();
        var before = settings();
        ifMatch.require(before.version(), audit, SETTINGS, ONLY);
        var details = new SettingsDetails(
                d.validityDays(),
                d.vat(),
                d.depositPercent(),
                d.cancellation(),
                d.discountPercent(),
                d.roleLimits(),
                QuoteForms.blankToNull(d.intro()),
                QuoteForms.blankToNull(d.terms()),
                QuoteForms.blankToNull(d.introDe()),
                QuoteForms.blankToNull(d.termsDe()));
        var check = new Check()
                .between(details.validityDays(), "validityDays", 1, 3_660)
                .required(details.vat(), "vat")
                .between(details.depositPercent(), "depositPercent", 0, 100)
                .required(details.discountPercent(), "discountPercent")
                .between(details.discountPercent(), "discountPercent", 0, 100)
                .text(details.intro(), "intro", 10_000)
                .text(details.terms(), "terms", 20_000)
                .text(details.introDe(), "introDe", 10_000)
                .text(details.termsDe(), "termsDe", 20_000);
        check.decimals(details.depositPercent(), "depositPercent", 2);
        CancellationStep.check(check, details.cancellation());
        check.decimals(details.discountPercent(), "discountPercent", 2);
        var roles = new HashSet<UUID>();
        for (int i = 0; i < details.roleLimits().size(); i++) {
            var limit = details.roleLimits().get(i);
            var field = "roleLimits[" + i + "].";
            check.required(limit.roleId(), field + "roleId")
                    .that(
                            limit.roleId() == null || roles.add(limit.roleId()),
                            field + "roleId",
                            "repeated",
                            "This role has a limit already.")
                    .required(limit.discountPercent(), field + "discountPercent")
                    .between(limit.discountPercent(), field + "discountPercent", 0, 100);
            check.decimals(limit.discountPercent(), field + "discountPercent", 2);
        }
        check.orThrow();
        if (!rows.rolesKnown(roles)) throw new Invalid("roleLimits", "unknown", "There is no such role.");
        rows.writeSettings(details);
        var after = settings();
        audit.changed(
                subject(SETTINGS, ONLY, "Settings of quotes"),
                after.version(),
                SettingsDetails.of(before),
                SettingsDetails.of(after));
        return after;
    }

    @Override
    public Page<AuditTrail.Entry> history(String kind, UUID id, ListQuery query) {
        if (!List.of(LIST, CURVE, RATE, SETTINGS).contains(kind)) throw new NotFound(kind, id);
        return trail.history(kind, id, query);
    }

    private static Subject subject(String kind, UUID id, String name) {
        return new Subject(kind, id, name);
    }
}
