package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Money;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may become of an asset, and what is a sound description of one. */
final class AssetRules {
    static final int CUSTOM_MAX = 50;
    private static final long MINOR_MAX = 1_000_000_000_000L;

    private AssetRules() {}

    /** The legal move and what follows from it alone; {@code more} adds what the occasion brings. Throws {@link AssetStatusForbids}. */
    static Asset become(Asset before, AssetStatus to, Instant now, Consumer<AssetDraft> more) {
        if (!before.status().mayBecome(to))
            throw new AssetStatusForbids(before.id(), before.number(), before.status(), to);
        var draft = new AssetDraft(before);
        draft.status = to;
        draft.statusSince = now;
        draft.lostAt = to == AssetStatus.LOST ? now : null;
        if (!to.keepsOutFor()) draft.outFor = null;
        draft.disposedAt = to.gone() ? now : null;
        draft.disposedTo = null;
        draft.disposalPrice = null;
        draft.disposalReason = null;
        more.accept(draft);
        return draft.done();
    }

    /** Throws {@link AssetGone}; what is lost has to be found first. */
    static Asset move(Asset before, @Nullable LocationId to) {
        if (before.status().gone()) throw new AssetGone(before.id(), before.number(), before.status());
        if (before.status() == AssetStatus.LOST)
            throw new AssetHeld(before.id(), before.number(), "It is lost. Report it found first.");
        var draft = new AssetDraft(before);
        draft.locationId = to;
        return draft.done();
    }

    /** Costs stay as they are for whoever may not see them; whoever sends some all the same is refused. */
    static Asset edit(Asset before, AssetDetails d) {
        if (before.status().gone()) throw new AssetGone(before.id(), before.number(), before.status());
        var draft = new AssetDraft(before);
        describe(draft, d);
        if (d.number() != null) draft.number = d.number().strip();
        if (Callers.current().may(Permission.ASSET_COST_READ)) price(draft, d);
        else if (d.tellsCosts()) Callers.current().mustHave(Permission.ASSET_COST_READ);
        return same(draft, before) ? before : draft.done();
    }

    /** For taking a change back: whoever does it need not see what the costs were. */
    static Asset editWithCosts(Asset before, AssetDetails d) {
        if (before.status().gone()) throw new AssetGone(before.id(), before.number(), before.status());
        var draft = new AssetDraft(before);
        describe(draft, d);
        price(draft, d);
        return same(draft, before) ? before : draft.done();
    }

    static Asset quarantine(Asset before, String reason, Instant now) {
        if (before.status().gone()) throw new AssetGone(before.id(), before.number(), before.status());
        var draft = new AssetDraft(before);
        if (draft.quarantinedAt == null) draft.quarantinedAt = now;
        draft.quarantineReason = reason.strip();
        return draft.done();
    }

    static Asset release(Asset before) {
        var draft = new AssetDraft(before);
        draft.quarantinedAt = null;
        draft.quarantineReason = null;
        return draft.done();
    }

    static Asset begin(Asset blank, AssetDetails d) {
        var draft = new AssetDraft(blank);
        describe(draft, d);
        price(draft, d);
        return draft.done();
    }

    private static void describe(AssetDraft draft, AssetDetails d) {
        draft.serial = Codes.blankToNull(d.serial());
        draft.condition = d.condition() == null ? "GOOD" : d.condition();
        draft.homeLocationId = d.homeLocationId() == null ? null : new LocationId(d.homeLocationId());
        draft.purchaseDate = d.purchaseDate();
        draft.supplier = Codes.blankToNull(d.supplier());
        draft.firmware = Codes.blankToNull(d.firmware());
        draft.notes = Codes.blankToNull(d.notes());
        draft.custom = d.custom() == null ? Map.of() : d.custom();
    }

    private static void price(AssetDraft draft, AssetDetails d) {
        draft.purchaseCost = d.purchaseCost();
        draft.insuranceValue = d.insuranceValue();
        draft.depreciation = d.depreciation() == null ? Depreciation.NONE : d.depreciation();
        draft.usefulLifeMonths = d.usefulLifeMonths();
        draft.residualValue = d.residualValue();
        draft.decliningPercent =
                d.decliningPercent() == null ? null : d.decliningPercent().setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static boolean same(AssetDraft draft, Asset before) {
        var after = draft.done();
        return after.equals(before)
                || (Objects.equals(scaled(after.decliningPercent()), scaled(before.decliningPercent()))
                        && AssetDetails.of(after).equals(AssetDetails.of(before)));
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    /**
     * What is wrong with a description.
     *
     * @param at in front of field names: {@code ""} or {@code [3].}
     * @param conditions those there are
     */
    static void check(Check check, String at, AssetDetails d, Set<String> conditions) {
        check.line(d.number(), at + "number", 50)
                .that(
                        d.number() == null || !d.number().isBlank(),
                        at + "number",
                        "required",
                        "Fill this in, or leave it out for the next number.")
                .line(d.serial(), at + "serial", 100)
                .that(
                        d.condition() == null || conditions.contains(d.condition()),
                        at + "condition",
                        "unknown-condition",
                        "Use one of the company's conditions.")
                .date(d.purchaseDate(), at + "purchaseDate")
                .line(d.supplier(), at + "supplier", 200)
                .between(d.usefulLifeMonths(), at + "usefulLifeMonths", 1, 1200)
                .line(d.firmware(), at + "firmware", 100)
                .text(d.notes(), at + "notes", 10_000);
        amount(check, at + "purchaseCost", d.purchaseCost());
        amount(check, at + "insuranceValue", d.insuranceValue());
        amount(check, at + "residualValue", d.residualValue());
        check.that(
                oneCurrency(d),
                at + "purchaseCost",
                "mixed-currencies",
                "Give all amounts of an asset in the same currency.");
        if (d.purchaseCost() != null && d.residualValue() != null) {
            check.that(
                    d.residualValue().amountMinor() <= d.purchaseCost().amountMinor(),
                    at + "residualValue",
                    "above-cost",
                    "The residual value can not be more than the cost.");
        }
        var percent = d.decliningPercent();
        check.that(
                percent == null
                        || (percent.compareTo(new BigDecimal("0.01")) >= 0
                                && percent.compareTo(new BigDecimal("99.99")) <= 0),
                at + "decliningPercent",
                "out-of-range",
                "Use a percentage from 0.01 to 99.99.");
        check.that(
                d.depreciation() != Depreciation.STRAIGHT_LINE || d.usefulLifeMonths() != null,
                at + "usefulLifeMonths",
                "required",
                "Straight-line depreciation needs the useful life.");
        check.that(
                d.depreciation() != Depreciation.DECLINING_BALANCE || percent != null,
                at + "decliningPercent",
                "required",
                "Declining balance needs the percentage a year.");
        if (d.custom() != null) custom(check, at + "custom", d.custom());
    }

    private static void custom(Check check, String field, Map<String, JsonNode> custom) {
        check.that(custom.size() <= CUSTOM_MAX, field, "too-many", "Use at most " + CUSTOM_MAX + " own fields.");
        custom.forEach((name, value) -> {
            check.that(!name.isBlank(), field, "required", "Every own field needs a name.");
            check.line(name, field, 60);
            check.that(
                    value == null || value.isString() || value.isNumber() || value.isBoolean(),
                    field,
                    "not-a-value",
                    "Own fields hold text, numbers, yes or no.");
            if (value != null && value.isString()) check.text(value.stringValue(), field, 500);
        });
    }

    static void amount(Check check, String field, @Nullable Money money) {
        if (money == null) return;
        check.that(money.currency() != null, field + ".currency", "required", "Say which currency.");
        check.that(
                money.amountMinor() >= 0 && money.amountMinor() <= MINOR_MAX,
                field + ".amountMinor",
                "out-of-range",
                "Use an amount from 0 to 10 billion.");
    }

    private static boolean oneCurrency(AssetDetails d) {
        java.util.Currency first = null;
        for (var money : new Money[] {d.purchaseCost(), d.insuranceValue(), d.residualValue()}) {
            if (money == null || money.currency() == null) continue;
            if (first != null && !first.equals(money.currency())) return false;
            first = money.currency();
        }
        return true;
    }
}
