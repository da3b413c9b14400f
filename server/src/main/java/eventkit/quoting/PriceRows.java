package eventkit.quoting;

import static eventkit.quoting.db.Tables.CATEGORY_CURVE;
import static eventkit.quoting.db.Tables.CATEGORY_SEEN;
import static eventkit.quoting.db.Tables.CURVE;
import static eventkit.quoting.db.Tables.HIRE_RATE;
import static eventkit.quoting.db.Tables.KIT_SEEN;
import static eventkit.quoting.db.Tables.PRICE;
import static eventkit.quoting.db.Tables.PRICE_LIST;
import static eventkit.quoting.db.Tables.PRODUCT_SEEN;
import static eventkit.quoting.db.Tables.ROLE_LIMIT;
import static eventkit.quoting.db.Tables.ROLE_SEEN;
import static eventkit.quoting.db.Tables.SETTINGS;

import eventkit.core.Ids;
import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.quoting.db.tables.records.PriceListRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of price lists, curves, rates and limits. */
@Component
class PriceRows {
    private static final TypeReference<List<FactorCurve.Point>> POINTS = new TypeReference<>() {};
    private static final TypeReference<List<CancellationStep>> CANCELLATION = new TypeReference<>() {};
    private final DSLContext db;
    private final Ids ids;
    private final JsonMapper json;

    PriceRows(DSLContext db, Ids ids, JsonMapper json) {
        this.db = db;
        this.ids = ids;
        this.json = json;
    }

    // The book

    /**
     * @param tags of the client
     * @param products that are to be priced, without those in the kits
     */
    PriceBook book(PriceBook.Terms terms, Collection<String> tags, Collection<UUID> products, Collection<UUID> kits) {
        var parts = parts(kits);
        var all = new HashSet<>(products);
        parts.values().forEach(some -> some.forEach(part -> all.add(part.product())));
        var curves = curves().stream().collect(Collectors.toMap(FactorCurve::id, c -> c));
        var parents = new HashMap<UUID, UUID>();
        db.selectFrom(CATEGORY_SEEN).forEach(row -> {
            if (row.getParentId() != null) parents.put(row.getId(), row.getParentId());
        });
        return new PriceBook(
                terms,
                lists(terms, tags, all, kits),
                products(all),
                kits(kits),
                parts,
                curves,
                db.selectFrom(CATEGORY_CURVE).fetchMap(CATEGORY_CURVE.CATEGORY_ID, CATEGORY_CURVE.CURVE_ID),
                parents,
                curves.values().stream()
                        .filter(FactorCurve::standard)
                        .findFirst()
                        .orElse(null),
                rates());
    }

    /** The client's before those of a season before all others. */
    private List<PriceBook.ListOfPrices> lists(
            PriceBook.Terms terms, Collection<String> tags, Collection<UUID> products, Collection<UUID> kits) {
        var found = new ArrayList<PriceBook.ListOfPrices>();
        for (var list : matching(terms.currency(), tags, terms.from())) {
            var prices = new HashMap<UUID, PriceBook.Entry>();
            db.selectFrom(PRICE)
                    .where(PRICE.PRICE_LIST_ID.eq(list.getId()))
                    .and(PRICE.PRODUCT_ID.in(products).or(PRICE.KIT_ID.in(kits)))
                    .forEach(row -> prices.put(
                            row.getProductId() != null ? row.getProductId() : row.getKitId(),
                            new PriceBook.Entry(ChargeUnit.valueOf(row.getUnit()), row.getPrice(), row.getMinimum())));
            found.add(new PriceBook.ListOfPrices(list.getName(), prices));
        }
        return found;
    }

    private List<PriceListRecord> matching(String currency, Collection<String> tags, @Nullable LocalDate from) {
        return db
                .selectFrom(PRICE_LIST)
                .where(PRICE_LIST.ARCHIVED_AT.isNull())
                .and(PRICE_LIST.CURRENCY.eq(currency))
                .orderBy(
                        DSL.cardinality(PRICE_LIST.CLIENT_TAGS).eq(0),
                        PRICE_LIST.VALID_FROM.isNull().and(PRICE_LIST.VALID_TO.isNull()),
                        PRICE_LIST.POSITION,
                        DSL.lower(PRICE_LIST.NAME))
                .fetch()
                .stream()
                .filter(list -> {
                    var wanted = Arrays.asList(list.getClientTags());
                    boolean dated = list.getValidFrom() != null || list.getValidTo() != null;
                    return (wanted.isEmpty() || wanted.stream().anyMatch(tags::contains))
                            && (!dated || from != null)
                            && (list.getValidFrom() == null
                                    || !Objects.requireNonNull(from).isBefore(list.getValidFrom()))
                            && (list.getValidTo() == null
                                    || !Objects.requireNonNull(from).isAfter(list.getValidTo()));
                })
                .toList();
    }

    /** What a client with these tags gets off to begin with: of its lists the first that says so. */
    @Nullable
    BigDecimal discountOf(String currency, Collection<String> tags, @Nullable LocalDate from) {
        return matching(currency, tags, from).stream()
                .map(PriceListRecord::getDiscountPercent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Map<UUID, PriceBook.Thing> products(Collection<UUID> wanted) {
        var found = new HashMap<UUID, PriceBook.Thing>();
        db.selectFrom(PRODUCT_SEEN)
                .where(PRODUCT_SEEN.ID.in(wanted))
                .forEach(row -> found.put(
                        row.getId(),
                        new PriceBook.Thing(
                                row.getName(),
                                row.getCode(),
                                row.getCategoryId(),
                                money(row.getHirePriceMinor(), row.getCurrency()),
                                "CONSUMABLE".equals(row.getKind()))));
        return found;
    }

    Map<UUID, PriceBook.Thing> kits(Collection<UUID> wanted) {
        var found = new HashMap<UUID, PriceBook.Thing>();
        db.selectFrom(KIT_SEEN)
                .where(KIT_SEEN.ID.in(wanted))
                .forEach(row -> found.put(
                        row.getId(),
                        new PriceBook.Thing(
                                row.getName(),
                                row.getCode(),
                                null,
                                money(row.getHirePriceMinor(), row.getCurrency()),
                                false)));
        return found;
    }

    private Map<UUID, List<PriceBook.Part>> parts(Collection<UUID> kits) {
        if (kits.isEmpty()) return Map.of();
        var found = new HashMap<UUID, List<PriceBook.Part>>();
        db.fetch("""
                        select kit_id, product_id, sum(quantity)::bigint as quantity
                          from quoting.pieces_of_kits(?) group by kit_id, product_id order by kit_id, product_id
                        """, (Object) kits.toArray(UUID[]::new))
                .forEach(row -> found.computeIfAbsent(row.get("kit_id", UUID.class), id -> new ArrayList<>())
                        .add(new PriceBook.Part(row.get("product_id", UUID.class), row.get("quantity", Long.class))));
        return found;
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : new Money(minor, Currency.getInstance(currency));
    }

    // Curves

    List<FactorCurve> curves() {
        return db.selectFrom(CURVE)
                .orderBy(CURVE.STANDARD.desc(), DSL.lower(CURVE.NAME))
                .fetch(row -> new FactorCurve(
                        row.getId(),
                        row.getName(),
                        json.readValue(row.getPoints().data(), POINTS),
                        row.getFurtherDay(),
                        row.getStandard(),
                        row.getVersion()));
    }

    Optional<FactorCurve> curve(UUID id) {
        return curves().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    void writeCurve(UUID id, Prices.CurveDetails d, boolean fresh, Instant now) {
        if (Boolean.TRUE.equals(d.standard()))
            db.update(CURVE)
                    .set(CURVE.STANDARD, false)
                    .where(CURVE.STANDARD.isTrue())
                    .and(CURVE.ID.ne(id))
                    .execute();
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(CURVE.NAME, d.name());
        values.put(CURVE.POINTS, JSONB.valueOf(json.writeValueAsString(d.points())));
        values.put(CURVE.FURTHER_DAY, d.furtherDay());
        values.put(CURVE.STANDARD, d.standard());
        values.put(CURVE.CHANGED_AT, now);
        if (fresh)
            db.insertInto(CURVE)
                    .set(values)
                    .set(CURVE.ID, id)
                    .set(CURVE.CREATED_AT, now)
                    .execute();
        else
            db.update(CURVE)
                    .set(values)
                    .set(CURVE.VERSION, CURVE.VERSION.plus(1))
                    .where(CURVE.ID.eq(id))
                    .execute();
        db.deleteFrom(CATEGORY_CURVE)
                .where(CATEGORY_CURVE.CURVE_ID.eq(id).or(CATEGORY_CURVE.CATEGORY_ID.in(d.categoryIds())))
                .execute();
        for (var category : d.categoryIds())
            db.insertInto(CATEGORY_CURVE)
                    .set(CATEGORY_CURVE.CATEGORY_ID, category)
                    .set(CATEGORY_CURVE.CURVE_ID, id)
                    .execute();
    }

    List<UUID> categoriesOf(UUID curve) {
        return db.select(CATEGORY_CURVE.CATEGORY_ID)
                .from(CATEGORY_CURVE)
                .where(CATEGORY_CURVE.CURVE_ID.eq(curve))
                .orderBy(CATEGORY_CURVE.CATEGORY_ID)
                .fetch(CATEGORY_CURVE.CATEGORY_ID);
    }

    boolean categoriesKnown(Collection<UUID> categories) {
        return db.fetchCount(CATEGORY_SEEN, CATEGORY_SEEN.ID.in(categories)) == new HashSet<>(categories).size();
    }

    void removeCurve(UUID id) {
        db.deleteFrom(CATEGORY_CURVE).where(CATEGORY_CURVE.CURVE_ID.eq(id)).execute();
        db.deleteFrom(CURVE).where(CURVE.ID.eq(id)).execute();
    }

    // Rates

    List<HireRate> rates() {
        return db.selectFrom(HIRE_RATE)
                .orderBy(HIRE_RATE.POSITION, DSL.lower(HIRE_RATE.NAME))
                .fetch(row -> new HireRate(
                        row.getId(),
                        row.getName(),
                        row.getFirstDay(),
                        row.getLastDay(),
                        Arrays.stream(row.getWeekdays()).map(DayOfWeek::of).collect(Collectors.toSet()),
                        row.getFactor(),
                        row.getVersion()));
    }

    void writeRate(UUID id, Prices.RateDetails d, boolean fresh, Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(HIRE_RATE.NAME, d.name());
        values.put(HIRE_RATE.FIRST_DAY, d.from());
        values.put(HIRE_RATE.LAST_DAY, d.to());
        values.put(
                HIRE_RATE.WEEKDAYS,
                d.weekdays().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new));
        values.put(HIRE_RATE.FACTOR, d.factor());
        values.put(HIRE_RATE.CHANGED_AT, now);
        if (fresh)
            db.insertInto(HIRE_RATE)
                    .set(values)
                    .set(HIRE_RATE.ID, id)
                    .set(HIRE_RATE.POSITION, db.fetchCount(HIRE_RATE))
                    .set(HIRE_RATE.CREATED_AT, now)
                    .execute();
        else
            db.update(HIRE_RATE)
                    .set(values)
                    .set(HIRE_RATE.VERSION, HIRE_RATE.VERSION.plus(1))
                    .where(HIRE_RATE.ID.eq(id))
                    .execute();
    }

    void removeRate(UUID id) {
        db.deleteFrom(HIRE_RATE).where(HIRE_RATE.ID.eq(id)).execute();
    }

    // Price lists

    List<PriceList> lists() {
        var counts = db.select(PRICE.PRICE_LIST_ID, DSL.count())
                .from(PRICE)
                .groupBy(PRICE.PRICE_LIST_ID)
                .fetchMap(PRICE.PRICE_LIST_ID, DSL.count());
        return db.selectFrom(PRICE_LIST)
                .orderBy(PRICE_LIST.ARCHIVED_AT.isNotNull(), PRICE_LIST.POSITION, DSL.lower(PRICE_LIST.NAME))
                .fetch(row -> new PriceList(
                        row.getId(),
                        row.getName(),
                        row.getCurrency(),
                        List.of(row.getClientTags()),
                        row.getValidFrom(),
                        row.getValidTo(),
                        row.getDiscountPercent(),
                        counts.getOrDefault(row.getId(), 0),
                        row.getArchivedAt(),
                        row.getVersion()));
    }

    Optional<PriceList> list(UUID id) {
        return lists().stream().filter(l -> l.id().equals(id)).findFirst();
    }

    void writeList(UUID id, Prices.ListDetails d, boolean fresh, Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(PRICE_LIST.NAME, d.name());
        values.put(PRICE_LIST.CURRENCY, d.currency());
        values.put(PRICE_LIST.CLIENT_TAGS, d.clientTags().toArray(String[]::new));
        values.put(PRICE_LIST.VALID_FROM, d.validFrom());
        values.put(PRICE_LIST.VALID_TO, d.validTo());
        values.put(PRICE_LIST.DISCOUNT_PERCENT, d.discountPercent());
        values.put(PRICE_LIST.CHANGED_AT, now);
        if (fresh)
            db.insertInto(PRICE_LIST)
                    .set(values)
                    .set(PRICE_LIST.ID, id)
                    .set(PRICE_LIST.POSITION, db.fetchCount(PRICE_LIST))
                    .set(PRICE_LIST.CREATED_AT, now)
                    .execute();
        else
            db.update(PRICE_LIST)
                    .set(values)
                    .set(PRICE_LIST.VERSION, PRICE_LIST.VERSION.plus(1))
                    .where(PRICE_LIST.ID.eq(id))
                    .execute();
    }

    void archiveList(UUID id, @Nullable Instant at, Instant now) {
        db.update(PRICE_LIST)
                .set(PRICE_LIST.ARCHIVED_AT, at)
                .set(PRICE_LIST.CHANGED_AT, now)
                .set(PRICE_LIST.VERSION, PRICE_LIST.VERSION.plus(1))
                .where(PRICE_LIST.ID.eq(id))
                .execute();
    }

    List<Prices.Price> prices(UUID list) {
        return db.select(
                        PRICE.PRODUCT_ID,
                        PRICE.KIT_ID,
                        DSL.coalesce(PRODUCT_SEEN.CODE, KIT_SEEN.CODE),
                        DSL.coalesce(PRODUCT_SEEN.NAME, KIT_SEEN.NAME),
                        PRICE.UNIT,
                        PRICE.PRICE_,
                        PRICE.MINIMUM)
                .from(PRICE)
                .leftJoin(PRODUCT_SEEN)
                .on(PRODUCT_SEEN.ID.eq(PRICE.PRODUCT_ID))
                .leftJoin(KIT_SEEN)
                .on(KIT_SEEN.ID.eq(PRICE.KIT_ID))
                .where(PRICE.PRICE_LIST_ID.eq(list))
                .orderBy(DSL.lower(DSL.coalesce(PRODUCT_SEEN.NAME, KIT_SEEN.NAME)), PRICE.ID)
                .fetch(row -> new Prices.Price(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        ChargeUnit.valueOf(row.value5()),
                        row.value6(),
                        row.value7()));
    }

    void writePrices(UUID list, List<Prices.PriceLine> lines) {
        db.deleteFrom(PRICE).where(PRICE.PRICE_LIST_ID.eq(list)).execute();
        for (var line : lines)
            db.insertInto(PRICE)
                    .set(PRICE.ID, ids.next())
                    .set(PRICE.PRICE_LIST_ID, list)
                    .set(PRICE.PRODUCT_ID, line.productId())
                    .set(PRICE.KIT_ID, line.kitId())
                    .set(
                            PRICE.UNIT,
                            Objects.requireNonNullElse(line.unit(), ChargeUnit.DAY)
                                    .name())
                    .set(PRICE.PRICE_, line.price())
                    .set(PRICE.MINIMUM, line.minimum())
                    .execute();
    }

    // Settings

    QuoteSettings settings() {
        var limits = new LinkedHashMap<UUID, BigDecimal>();
        db.selectFrom(ROLE_LIMIT).forEach(row -> limits.put(row.getRoleId(), row.getDiscountPercent()));
        var roles = db.selectFrom(ROLE_SEEN)
                .orderBy(DSL.lower(ROLE_SEEN.NAME))
                .fetch(row -> new QuoteSettings.RoleLimit(row.getId(), row.getName(), limits.get(row.getId())));
        return db.selectFrom(SETTINGS)
                .fetchSingle(row -> new QuoteSettings(
                        row.getValidityDays(),
                        new VatRate(VatCategory.valueOf(row.getVatCategory()), row.getVatPercent()),
                        row.getDepositPercent(),
                        json.readValue(row.getCancellation().data(), CANCELLATION),
                        row.getDiscountPercent(),
                        roles,
                        row.getIntro(),
                        row.getTerms(),
                        row.getIntroDe(),
                        row.getTermsDe(),
                        row.getVersion()));
    }

    void lockSettings() {
        db.select(SETTINGS.SOLE).from(SETTINGS).forUpdate().fetch();
    }

    void writeSettings(Prices.SettingsDetails d) {
        db.update(SETTINGS)
                .set(SETTINGS.VALIDITY_DAYS, d.validityDays())
                .set(SETTINGS.VAT_CATEGORY, d.vat().category().name())
                .set(SETTINGS.VAT_PERCENT, d.vat().percent())
                .set(SETTINGS.DEPOSIT_PERCENT, d.depositPercent())
                .set(SETTINGS.CANCELLATION, JSONB.valueOf(json.writeValueAsString(d.cancellation())))
                .set(SETTINGS.DISCOUNT_PERCENT, d.discountPercent())
                .set(SETTINGS.INTRO, d.intro())
                .set(SETTINGS.TERMS, d.terms())
                .set(SETTINGS.INTRO_DE, d.introDe())
                .set(SETTINGS.TERMS_DE, d.termsDe())
                .set(SETTINGS.VERSION, SETTINGS.VERSION.plus(1))
                .execute();
        db.deleteFrom(ROLE_LIMIT).execute();
        for (var limit : d.roleLimits())
            db.insertInto(ROLE_LIMIT)
                    .set(ROLE_LIMIT.ROLE_ID, limit.roleId())
                    .set(ROLE_LIMIT.DISCOUNT_PERCENT, limit.discountPercent())
                    .execute();
    }

    boolean rolesKnown(Collection<UUID> roles) {
        return db.fetchCount(ROLE_SEEN, ROLE_SEEN.ID.in(roles)) == roles.size();
    }
}
