package eventkit.quoting;

import static eventkit.quoting.db.Tables.CHOSEN_LINE;
import static eventkit.quoting.db.Tables.KIT_SEEN;
import static eventkit.quoting.db.Tables.PRODUCT_SEEN;
import static eventkit.quoting.db.Tables.QUOTE_GROUP;
import static eventkit.quoting.db.Tables.QUOTE_LINE;
import static eventkit.quoting.db.Tables.QUOTE_VERSION;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.quoting.db.tables.records.ChosenLineRecord;
import eventkit.quoting.db.tables.records.QuoteLineRecord;
import eventkit.quoting.db.tables.records.QuoteVersionRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of versions of quotes: what is on them, what they come to, and how they stand. */
@Component
class VersionRows {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<CancellationStep>> CANCELLATION = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper json;

    VersionRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    // Reading

    /** The newest first. */
    List<Quotes.VersionLine> of(UUID quote) {
        return db.selectFrom(QUOTE_VERSION)
                .where(QUOTE_VERSION.QUOTE_ID.eq(quote))
                .orderBy(QUOTE_VERSION.NTH.desc())
                .fetch(VersionRows::line);
    }

    private static Quotes.VersionLine line(QuoteVersionRecord v) {
        var currency = Currency.getInstance(v.getCurrency());
        return new Quotes.VersionLine(
                v.getId(),
                v.getNth(),
                QuoteState.valueOf(v.getState()),
                v.getStateSince(),
                new Money(v.getNetMinor(), currency),
                new Money(v.getGrossMinor(), currency),
                v.getSentAt(),
                v.getSentByName());
    }

    Optional<UUID> quoteOf(UUID versionId) {
        return db.select(QUOTE_VERSION.QUOTE_ID)
                .from(QUOTE_VERSION)
                .where(QUOTE_VERSION.ID.eq(versionId))
                .fetchOptional(QUOTE_VERSION.QUOTE_ID);
    }

    /** What was accepted is reckoned with what was chosen. */
    Optional<QuoteVersion> find(UUID id) {
        return db.selectFrom(QUOTE_VERSION).where(QUOTE_VERSION.ID.eq(id)).fetchOptional(v -> {
            var stored = stored(v);
            return v.getChosen() == null
                    ? stored
                    : Reckoning.choose(stored, new HashSet<>(Arrays.asList(v.getChosen())));
        });
    }

    private QuoteVersion stored(QuoteVersionRecord v) {
        var currency = Currency.getInstance(v.getCurrency());
        var vat = new VatRate(VatCategory.valueOf(v.getVatCategory()), v.getVatPercent());
        var groups = groups(v.getId(), vat, currency);
        var counting = groups.stream()
                .flatMap(g -> g.lines().stream())
                .filter(QuoteLine::chosen)
                .toList();
        var totals = VatTotals.of(
                currency,
                counting.stream().map(l -> new VatTotals.Line(l.vat(), l.net())).toList());
        var list = new Money(v.getListMinor(), currency);
        var cost = new Money(v.getCostMinor(), currency);
        return new QuoteVersion(
                v.getId(),
                v.getQuoteId(),
                v.getNth(),
                QuoteState.valueOf(v.getState()),
                v.getStateSince(),
                v.getCurrency(),
                v.getExchangeRate().stripTrailingZeros(),
                v.getLanguage(),
                v.getHireFrom(),
                v.getHireTo(),
                v.getChargedDays(),
                v.getValidUntil(),
                v.getIntro(),
                v.getTerms(),
                v.getClientDiscountPercent(),
                discount(v.getDiscountPercent(), v.getDiscountMinor()),
                v.getDepositPercent(),
                json.readValue(v.getCancellation().data(), CANCELLATION),
                vat,
                groups,
                list,
                totals,
                new Money(v.getDepositMinor(), currency),
                cost,
                totals.net().minus(cost),
                Reckoning.share(list.minus(totals.net()), list),
                v.getAskedByName(),
                v.getRefusedReason(),
                v.getApprovedByName(),
                v.getSentAt(),
                v.getSentByName(),
                v.getViewedAt(),
                v.getDecidedAt(),
                v.getDeclineReason(),
                v.getCreatedAt(),
                v.getCreatedByName());
    }

    private static Discount discount(@Nullable BigDecimal percent, @Nullable Long minor) {
        return percent == null && minor == null ? Discount.NONE : new Discount(percent, minor);
    }

    private List<QuoteGroup> groups(UUID version, VatRate vat, Currency currency) {
        var lines = new HashMap<UUID, List<QuoteLine>>();
        db.select(
                        QUOTE_LINE.asterisk(),
                        DSL.coalesce(PRODUCT_SEEN.CODE, KIT_SEEN.CODE).as("code"))
                .from(QUOTE_LINE)
                .leftJoin(PRODUCT_SEEN)
                .on(PRODUCT_SEEN.ID.eq(QUOTE_LINE.PRODUCT_ID))
                .leftJoin(KIT_SEEN)
                .on(KIT_SEEN.ID.eq(QUOTE_LINE.KIT_ID))
                .where(QUOTE_LINE.VERSION_ID.eq(version))
                .orderBy(QUOTE_LINE.GROUP_ID, QUOTE_LINE.POSITION)
                .forEach(row -> {
                    var r = row.into(QUOTE_LINE);
                    lines.computeIfAbsent(r.getGroupId(), id -> new ArrayList<>())
                            .add(line(r, row.get("code", String.class), vat, currency));
                });
        return db.selectFrom(QUOTE_GROUP)
                .where(QUOTE_GROUP.VERSION_ID.eq(version))
                .orderBy(QUOTE_GROUP.POSITION)
                .fetch(g -> {
                    var own = lines.getOrDefault(g.getId(), List.of());
                    return new QuoteGroup(
                            g.getId(),
                            g.getName(),
                            discount(g.getDiscountPercent(), g.getDiscountMinor()),
                            own.stream().map(QuoteLine::net).reduce(Money.zero(currency), Money::plus),
                            own);
                });
    }

    private QuoteLine line(QuoteLineRecord r, @Nullable String code, VatRate vat, Currency currency) {
        var unitCost = r.getUnitCost();
        return new QuoteLine(
                r.getId(),
                LineKind.valueOf(r.getKind()),
                r.getProductId(),
                r.getKitId(),
                code,
                r.getName(),
                r.getNote(),
                plain(r.getQuantity()),
                r.getByParts(),
                new Basis(
                        r.getListPrice(),
                        Basis.Source.valueOf(r.getSource()),
                        r.getSourceName(),
                        ChargeUnit.valueOf(r.getUnit()),
                        r.getFactor(),
                        r.getFactorName(),
                        r.getRate(),
                        r.getRateName(),
                        r.getMinimum()),
                r.getDiscountPercent(),
                r.getPercent(),
                r.getPercentOf() == null ? null : PercentOf.valueOf(r.getPercentOf()),
                r.getOptional(),
                r.getAlternativeTo(),
                r.getChosen(),
                r.getVatCategory() == null
                        ? vat
                        : new VatRate(
                                VatCategory.valueOf(r.getVatCategory()), Objects.requireNonNull(r.getVatPercent())),
                r.getVatCategory() != null,
                new Money(r.getListMinor(), currency),
                new Money(r.getAmountMinor(), currency),
                new Money(r.getNetMinor(), currency),
                unitCost,
                Reckoning.cost(unitCost, r.getQuantity(), currency),
                json.readValue(r.getSteps().data(), STEPS));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    // Writing

    void insert(QuoteVersion v) {
        db.insertInto(QUOTE_VERSION)
                .set(values(v))
                .set(QUOTE_VERSION.ID, v.id())
                .set(QUOTE_VERSION.QUOTE_ID, v.quoteId())
                .set(QUOTE_VERSION.NTH, v.nth())
                .set(QUOTE_VERSION.STATE, QuoteState.DRAFT.name())
                .set(QUOTE_VERSION.STATE_SINCE, v.stateSince())
                .set(QUOTE_VERSION.CREATED_AT, v.createdAt())
                .set(QUOTE_VERSION.CREATED_BY_NAME, v.createdByName())
                .execute();
        insertLines(v);
    }

    void update(QuoteVersion v) {
        db.deleteFrom(QUOTE_LINE).where(QUOTE_LINE.VERSION_ID.eq(v.id())).execute();
        db.deleteFrom(QUOTE_GROUP).where(QUOTE_GROUP.VERSION_ID.eq(v.id())).execute();
        db.update(QUOTE_VERSION)
                .set(values(v))
                .where(QUOTE_VERSION.ID.eq(v.id()))
                .execute();
        insertLines(v);
    }

    private Map<Field<?>, @Nullable Object> values(QuoteVersion v) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(QUOTE_VERSION.CURRENCY, v.currency());
        values.put(QUOTE_VERSION.EXCHANGE_RATE, v.exchangeRate());
        values.put(QUOTE_VERSION.LANGUAGE, v.language());
        values.put(QUOTE_VERSION.HIRE_FROM, v.hireFrom());
        values.put(QUOTE_VERSION.HIRE_TO, v.hireTo());
        values.put(QUOTE_VERSION.CHARGED_DAYS, v.chargedDays());
        values.put(QUOTE_VERSION.VALID_UNTIL, v.validUntil());
        values.put(QUOTE_VERSION.INTRO, v.intro());
        values.put(QUOTE_VERSION.TERMS, v.terms());
        values.put(QUOTE_VERSION.CLIENT_DISCOUNT_PERCENT, v.clientDiscountPercent());
        values.put(QUOTE_VERSION.DISCOUNT_PERCENT, v.discount().percent());
        values.put(QUOTE_VERSION.DISCOUNT_MINOR, v.discount().amountMinor());
        values.put(QUOTE_VERSION.DEPOSIT_PERCENT, v.depositPercent());
        values.put(QUOTE_VERSION.CANCELLATION, JSONB.valueOf(json.writeValueAsString(v.cancellation())));
        values.put(QUOTE_VERSION.VAT_CATEGORY, v.vat().category().name());
        values.put(QUOTE_VERSION.VAT_PERCENT, v.vat().percent());
        sums(values, v);
        return values;
    }

    private static void sums(Map<Field<?>, @Nullable Object> values, QuoteVersion v) {
        values.put(QUOTE_VERSION.LIST_MINOR, v.list().amountMinor());
        values.put(QUOTE_VERSION.NET_MINOR, v.totals().net().amountMinor());
        values.put(QUOTE_VERSION.VAT_MINOR, v.totals().tax().amountMinor());
        values.put(QUOTE_VERSION.GROSS_MINOR, v.totals().gross().amountMinor());
        values.put(QUOTE_VERSION.DEPOSIT_MINOR, v.deposit().amountMinor());
        values.put(QUOTE_VERSION.COST_MINOR, v.cost() == null ? 0 : v.cost().amountMinor());
    }

    private void insertLines(QuoteVersion v) {
        int at = 0;
        var records = new ArrayList<QuoteLineRecord>();
        for (var group : v.groups()) {
            db.insertInto(QUOTE_GROUP)
                    .set(QUOTE_GROUP.VERSION_ID, v.id())
                    .set(QUOTE_GROUP.ID, group.id())
                    .set(QUOTE_GROUP.POSITION, at++)
                    .set(QUOTE_GROUP.NAME, group.name())
                    .set(QUOTE_GROUP.DISCOUNT_PERCENT, group.discount().percent())
                    .set(QUOTE_GROUP.DISCOUNT_MINOR, group.discount().amountMinor())
                    .execute();
            int position = 0;
            for (var line : group.lines()) records.add(line(v.id(), group.id(), position++, line));
        }
        for (int from = 0; from < records.size(); from += 500)
            db.insertInto(QUOTE_LINE)
                    .set(records.subList(from, Math.min(from + 500, records.size())))
                    .execute();
    }

    private QuoteLineRecord line(UUID version, UUID group, int position, QuoteLine l) {
        var r = new QuoteLineRecord();
        r.setVersionId(version);
        r.setId(l.id());
        r.setGroupId(group);
        r.setPosition(position);
        r.setKind(l.kind().name());
        r.setProductId(l.productId());
        r.setKitId(l.kitId());
        r.setName(l.name());
        r.setNote(l.note());
        r.setQuantity(l.quantity());
        r.setByParts(l.byParts());
        r.setListPrice(l.basis().listPrice());
        r.setSource(l.basis().source().name());
        r.setSourceName(l.basis().sourceName());
        r.setUnit(l.basis().unit().name());
        r.setFactor(l.basis().factor());
        r.setFactorName(l.basis().factorName());
        r.setRate(l.basis().rate());
        r.setRateName(l.basis().rateName());
        r.setMinimum(l.basis().minimum());
        r.setDiscountPercent(l.discountPercent());
        r.setPercent(l.percent());
        r.setPercentOf(l.percentOf() == null ? null : l.percentOf().name());
        r.setOptional(l.optional());
        r.setAlternativeTo(l.alternativeTo());
        r.setChosen(l.chosen());
        r.setVatCategory(l.ownVat() ? l.vat().category().name() : null);
        r.setVatPercent(l.ownVat() ? l.vat().percent() : null);
        r.setUnitCost(l.unitCost());
        r.setListMinor(l.list().amountMinor());
        r.setAmountMinor(l.amount().amountMinor());
        r.setNetMinor(l.net().amountMinor());
        r.setSteps(JSONB.valueOf(json.writeValueAsString(l.steps())));
        return r;
    }

    void remove(UUID id) {
        db.deleteFrom(QUOTE_VERSION).where(QUOTE_VERSION.ID.eq(id)).execute();
    }

    // States

    void ask(UUID version, String by, Instant now) {
        move(version, QuoteState.IN_APPROVAL, now, Map.of(QUOTE_VERSION.ASKED_BY_NAME, by));
    }

    void draft(UUID version, @Nullable String reason, Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(QUOTE_VERSION.ASKED_BY_NAME, null);
        values.put(QUOTE_VERSION.REFUSED_REASON, reason);
        move(version, QuoteState.DRAFT, now, values);
    }

    void sent(UUID version, @Nullable String approvedBy, String by, Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(QUOTE_VERSION.APPROVED_BY_NAME, approvedBy);
        values.put(QUOTE_VERSION.REFUSED_REASON, null);
        values.put(QUOTE_VERSION.SENT_AT, now);
        values.put(QUOTE_VERSION.SENT_BY_NAME, by);
        move(version, QuoteState.SENT, now, values);
    }

    void viewed(UUID version, Instant now) {
        move(version, QuoteState.VIEWED, now, Map.of(QUOTE_VERSION.VIEWED_AT, now));
    }

    /** @param otherwise than was offered: then the lines come to something else */
    void accepted(QuoteVersion chosen, Set<UUID> ids, boolean otherwise, Instant now) {
        if (otherwise)
            db.insertInto(CHOSEN_LINE)
                    .set(chosen.lines()
                            .map(line -> new ChosenLineRecord(
                                    chosen.id(),
                                    line.id(),
                                    line.chosen(),
                                    line.net().amountMinor()))
                            .toList())
                    .execute();
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(QUOTE_VERSION.DECIDED_AT, now);
        values.put(QUOTE_VERSION.CHOSEN, ids.stream().sorted().toArray(UUID[]::new));
        sums(values, chosen);
        move(chosen.id(), QuoteState.ACCEPTED, now, values);
    }

    void declined(UUID version, String reason, Instant now) {
        move(
                version,
                QuoteState.DECLINED,
                now,
                Map.of(QUOTE_VERSION.DECIDED_AT, now, QUOTE_VERSION.DECLINE_REASON, reason));
    }

    void move(UUID version, QuoteState to, Instant now, Map<? extends Field<?>, ? extends @Nullable Object> more) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>(more);
        values.put(QUOTE_VERSION.STATE, to.name());
        values.put(QUOTE_VERSION.STATE_SINCE, now);
        db.update(QUOTE_VERSION).set(values).where(QUOTE_VERSION.ID.eq(version)).execute();
    }

    List<UUID> supersededBy(UUID quote, int nth) {
        return db.select(QUOTE_VERSION.ID)
                .from(QUOTE_VERSION)
                .where(QUOTE_VERSION.QUOTE_ID.eq(quote))
                .and(QUOTE_VERSION.NTH.lt(nth))
                .and(QUOTE_VERSION.STATE.in("SENT", "VIEWED", "DECLINED", "EXPIRED"))
                .fetch(QUOTE_VERSION.ID);
    }

    List<UUID> expired(LocalDate today, int max) {
        return db.select(QUOTE_VERSION.ID)
                .from(QUOTE_VERSION)
                .where(QUOTE_VERSION.STATE.in("SENT", "VIEWED"))
                .and(QUOTE_VERSION.VALID_UNTIL.lt(today))
                .orderBy(QUOTE_VERSION.VALID_UNTIL, QUOTE_VERSION.ID)
                .limit(max)
                .fetch(QUOTE_VERSION.ID);
    }
}
