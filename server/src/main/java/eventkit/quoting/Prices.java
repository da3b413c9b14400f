package eventkit.quoting;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What things are hired for: price lists, what several days cost, seasons and weekends, and how quotes begin. */
public interface Prices {
    String LIST = "price-list";
    String CURVE = "factor-curve";
    String RATE = "hire-rate";
    String SETTINGS = "quote-settings";

    /** Of one list. */
    int PRICES_MAX = 20_000;

    record ListDetails(
            String name,
            String currency,
            List<String> clientTags,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable BigDecimal discountPercent) {
        public ListDetails {
            clientTags = clientTags == null ? List.of() : List.copyOf(clientTags);
        }

        public static ListDetails of(PriceList l) {
            return new ListDetails(
                    l.name(), l.currency(), l.clientTags(), l.validFrom(), l.validTo(), l.discountPercent());
        }
    }

    /** One of product and kit. */
    record Price(
            @Nullable UUID productId,
            @Nullable UUID kitId,
            @Nullable String code,
            String name,
            ChargeUnit unit,
            BigDecimal price,
            @Nullable BigDecimal minimum) {}

    /** @param unit null: a day */
    record PriceLine(
            @Nullable UUID productId,
            @Nullable UUID kitId,
            @Nullable ChargeUnit unit,
            BigDecimal price,
            @Nullable BigDecimal minimum) {}

    record AllPrices(List<PriceLine> prices) {
        public AllPrices {
            prices = prices == null ? List.of() : List.copyOf(prices);
        }
    }

    /** @param categoryIds those that take this curve, with everything below them that has none of its own */
    record CurveDetails(
            String name,
            List<FactorCurve.Point> points,
            @Nullable BigDecimal furtherDay,
            @Nullable Boolean standard,
            List<UUID> categoryIds) {
        public CurveDetails {
            furtherDay = furtherDay == null ? BigDecimal.ZERO : furtherDay;
            standard = Boolean.TRUE.equals(standard);
            points = points == null ? List.of() : List.copyOf(points);
            categoryIds = categoryIds == null ? List.of() : List.copyOf(categoryIds);
        }
    }

    /**
     * What several charged days cost.
     *
     * @param furtherDay what each day after the last point adds
     * @param categoryIds those that take this curve, with everything below them that has none of its own
     */
    record Curve(
            UUID id,
            String name,
            List<FactorCurve.Point> points,
            BigDecimal furtherDay,
            boolean standard,
            List<UUID> categoryIds,
            long version) {
        static Curve of(FactorCurve c, List<UUID> categories) {
            return new Curve(c.id(), c.name(), c.points(), c.furtherDay(), c.standard(), categories, c.version());
        }

        public CurveDetails details() {
            return new CurveDetails(name, points, furtherDay, standard, categoryIds);
        }
    }

    record RateDetails(
            String name, @Nullable LocalDate from, @Nullable LocalDate to, Set<DayOfWeek> weekdays, BigDecimal factor) {
        public RateDetails {
            weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
        }

        public static RateDetails of(HireRate r) {
            return new RateDetails(r.name(), r.from(), r.to(), r.weekdays(), r.factor());
        }
    }

    record RoleLimit(UUID roleId, BigDecimal discountPercent) {}

    /**
     * @param roleLimits of the roles that say something else; all of them
     * @param introDe of quotes in German, {@code termsDe} likewise; null: as in English
     */
    record SettingsDetails(
            int validityDays,
            VatRate vat,
            @Nullable BigDecimal depositPercent,
            List<CancellationStep> cancellation,
            BigDecimal discountPercent,
            List<RoleLimit> roleLimits,
            @Nullable String intro,
            @Nullable String terms,
            @Nullable String introDe,
            @Nullable String termsDe) {
        public SettingsDetails {
            roleLimits = roleLimits == null ? List.of() : List.copyOf(roleLimits);
            cancellation = CancellationStep.sorted(cancellation);
        }

        public static SettingsDetails of(QuoteSettings s) {
            return new SettingsDetails(
                    s.validityDays(),
                    s.vat(),
                    s.depositPercent(),
                    s.cancellation(),
                    s.discountPercent(),
                    s.roles().stream()
                            .filter(r -> r.discountPercent() != null)
                            .map(r -> new RoleLimit(r.roleId(), Objects.requireNonNull(r.discountPercent())))
                            .toList(),
                    s.intro(),
                    s.terms(),
                    s.introDe(),
                    s.termsDe());
        }
    }

    /** Those in use first. */
    @Needs(Permission.QUOTE_READ)
    List<PriceList> lists();

    @Needs(Permission.QUOTE_READ)
    PriceList list(UUID id);

    /** By name. */
    @Needs(Permission.QUOTE_READ)
    List<Price> prices(UUID listId);

    /** Throws {@link PriceNameTaken}. */
    @Needs(Permission.PRICE_EDIT)
    PriceList createList(ListDetails details);

    /** Throws {@link PriceNameTaken}. */
    @Needs(Permission.PRICE_EDIT)
    PriceList changeList(UUID id, ListDetails details, IfMatch ifMatch);

    /** All of them together: who is left out is removed. */
    @Needs(Permission.PRICE_EDIT)
    PriceList setPrices(UUID id, AllPrices prices, IfMatch ifMatch);

    @Needs(Permission.PRICE_EDIT)
    PriceList archiveList(UUID id, boolean archived);

    /** The standard one first. */
    @Needs(Permission.QUOTE_READ)
    List<Curve> curves();

    @Needs(Permission.QUOTE_READ)
    Curve curve(UUID id);

    /** Throws {@link PriceNameTaken}. */
    @Needs(Permission.PRICE_EDIT)
    Curve createCurve(CurveDetails details);

    /** Throws {@link PriceNameTaken}. */
    @Needs(Permission.PRICE_EDIT)
    Curve changeCurve(UUID id, CurveDetails details, IfMatch ifMatch);

    /** Its categories take those of the categories above from then on. The standard one stays. */
    @Needs(Permission.PRICE_EDIT)
    void removeCurve(UUID id, IfMatch ifMatch);

    /** In the order in which they hold. */
    @Needs(Permission.QUOTE_READ)
    List<HireRate> rates();

    @Needs(Permission.QUOTE_READ)
    HireRate rate(UUID id);

    /** Throws {@link PriceNameTaken}. */
    @Needs(Permission.PRICE_EDIT)
    HireRate createRate(RateDetails details);

    /** Throws {@link PriceNameTaken}. */
    @Needs(Permission.PRICE_EDIT)
    HireRate changeRate(UUID id, RateDetails details, IfMatch ifMatch);

    @Needs(Permission.PRICE_EDIT)
    void removeRate(UUID id, IfMatch ifMatch);

    @Needs(Permission.QUOTE_READ)
    QuoteSettings settings();

    @Needs(Permission.PRICE_EDIT)
    QuoteSettings changeSettings(SettingsDetails details, IfMatch ifMatch);

    /** Of a price list, a curve, a rate or the settings, as {@code kind} says. */
    @Needs(Permission.QUOTE_READ)
    Page<AuditTrail.Entry> history(String kind, UUID id, ListQuery query);
}
