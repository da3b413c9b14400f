package eventkit.planning;

import eventkit.core.Money;
import eventkit.planning.Carnets.Choice;
import eventkit.planning.Carnets.Item;
import eventkit.planning.Carnets.Lack;
import eventkit.planning.Carnets.LeftOut;
import eventkit.planning.Carnets.Lent;
import eventkit.planning.Carnets.Mark;
import eventkit.planning.Carnets.Totals;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes items of goods: what is ours and what is lent apart, numbered, summed. */
final class GoodsList {
    private static final int TEXTS_NAMED_MAX = 20;

    /** @param grams of one piece, as is {@code valueMinor} */
    record Goods(
            Carnets.Kind kind,
            UUID id,
            String name,
            @Nullable String manufacturer,
            @Nullable String model,
            boolean consumable,
            long pieces,
            @Nullable Long grams,
            @Nullable Long valueMinor,
            @Nullable String currency,
            @Nullable String countryOfOrigin) {}

    /** An asset that goes along. @param valueMinor what it is insured for, where it is not for what its product is */
    record Named(Mark mark, @Nullable Long valueMinor, String currency) {}

    /** So many pieces of a product that a partner lends for the event. */
    record Loan(UUID product, long pieces, Lent lent) {}

    record Result(List<Item> items, Totals totals, LeftOut leftOut) {}

    private final Choice choice;
    private final Currency currency;
    private final boolean ownValues;
    private final Map<UUID, List<Named>> named;
    private final Map<UUID, List<Named>> scanned;
    private final List<Item> items = new ArrayList<>();
    private long pieces;
    private long weight;
    private long weightsUnknown;
    private long value;
    private long valuesUnknown;
    private long originsUnknown;
    private long ownValuesHidden;

    private GoodsList(
            Choice choice,
            Currency currency,
            boolean ownValues,
            Map<UUID, List<Named>> named,
            Map<UUID, List<Named>> scanned) {
        this.choice = choice;
        this.currency = currency;
        this.ownValues = ownValues;
        this.named = named;
        this.scanned = scanned;
    }

    /**
     * @param currency in which values are added up; what has one in another has none here
     * @param ownValues whether the reader may see what single assets are insured for
     * @param named by product, as are {@code scanned}, which count as far as pieces without a name are left
     */
    static Result of(
            Choice choice,
            Currency currency,
            boolean ownValues,
            List<Goods> products,
            List<Goods> cases,
            Map<UUID, List<Named>> named,
            Map<UUID, List<Named>> scanned,
            List<Loan> loans,
            List<String> texts) {
        var list = new GoodsList(choice, currency, ownValues, named, scanned);
        long consumables = 0;
        long subHired = 0;
        for (var goods : products) {
            if (goods.consumable() && !choice.consumables()) consumables = Saturating.plus(consumables, goods.pieces());
            else
                subHired = Saturating.plus(
                        subHired,
                        list.product(
                                goods,
                                loans.stream()
                                        .filter(l -> l.product().equals(goods.id()))
                                        .toList()));
        }
        if (choice.cases()) for (var box : cases) list.item(box, box.pieces(), List.of(), null);
        return new Result(
                List.copyOf(list.items),
                list.totals(),
                new LeftOut(
                        consumables,
                        subHired,
                        choice.cases() ? 0 : cases.size(),
                        texts.size(),
                        texts.stream().limit(TEXTS_NAMED_MAX).toList()));
    }

    /** Gives how many pieces are lent and therefore left out. */
    private long product(Goods goods, List<Loan> loans) {
        var onLists = named.getOrDefault(goods.id(), List.of());
        long open = Math.max(0, goods.pieces() - onLists.size());
        var lent = new ArrayList<Loan>();
        for (var loan : loans) {
            long taken = Math.min(open, loan.pieces());
            if (taken > 0) lent.add(new Loan(loan.product(), taken, loan.lent()));
            open -= taken;
        }
        long ours = onLists.size() + open;
        if (ours > 0) item(goods, ours, known(onLists, goods.id(), ours), null);
        if (choice.subHired()) for (var loan : lent) item(goods, loan.pieces(), List.of(), loan.lent());
        return choice.subHired() ? 0 : lent.stream().mapToLong(Loan::pieces).sum();
    }

    private List<Named> known(List<Named> onLists, UUID product, long pieces) {
        var all = new LinkedHashSet<>(onLists);
        for (var asset : scanned.getOrDefault(product, List.of())) if (all.size() < pieces) all.add(asset);
        return List.copyOf(all);
    }

    private void item(Goods goods, long n, List<Named> assets, @Nullable Lent lent) {
        var lacks = new ArrayList<Lack>();
        Long grams = goods.grams() == null ? null : Saturating.times(goods.grams(), n);
        var worth = worth(goods, n, assets);
        var minor = worth.minor();
        if (grams == null) lacks.add(Lack.WEIGHT);
        if (worth.lack() != null) lacks.add(worth.lack());
        if (goods.countryOfOrigin() == null) lacks.add(Lack.ORIGIN);
        items.add(new Item(
                items.size() + 1,
                goods.kind(),
                goods.id(),
                goods.name(),
                goods.manufacturer(),
                goods.model(),
                assets.stream().map(Named::mark).toList(),
                n,
                grams,
                minor == null ? null : new Money(minor, currency),
                goods.countryOfOrigin(),
                lent,
                List.copyOf(lacks)));
        pieces = Saturating.plus(pieces, n);
        if (grams == null) weightsUnknown = Saturating.plus(weightsUnknown, n);
        else weight = Saturating.plus(weight, grams);
        if (minor == null) valuesUnknown = Saturating.plus(valuesUnknown, n);
        else value = Saturating.plus(value, minor);
        if (goods.countryOfOrigin() == null) originsUnknown = Saturating.plus(originsUnknown, n);
    }

    /** What all pieces are worth together, or why nobody knows. */
    private record Worth(@Nullable Long minor, @Nullable Lack lack) {}

    /** An asset counts for what it is insured for, where somebody said so; all others for what their product costs. */
    private Worth worth(Goods goods, long n, List<Named> assets) {
        long sum = 0;
        long others = n;
        for (var asset : assets) {
            if (asset.valueMinor() == null) continue;
            if (!ownValues) {
                ownValuesHidden++;
                continue;
            }
            if (!adds(asset.currency())) return new Worth(null, Lack.CURRENCY);
            sum = Saturating.plus(sum, asset.valueMinor());
            others--;
        }
        if (others == 0) return new Worth(sum, null);
        if (goods.valueMinor() == null) return new Worth(null, Lack.VALUE);
        if (!adds(goods.currency())) return new Worth(null, Lack.CURRENCY);
        return new Worth(Saturating.plus(sum, Saturating.times(goods.valueMinor(), others)), null);
    }

    private boolean adds(@Nullable String other) {
        return currency.getCurrencyCode().equals(other);
    }

    private Totals totals() {
        return new Totals(
                pieces,
                weight,
                weightsUnknown,
                new Money(value, currency),
                valuesUnknown,
                originsUnknown,
                ownValuesHidden);
    }
}
