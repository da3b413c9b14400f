package eventkit.availability;

import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers from the image, and brings every change into the one order. */
@Service
class AvailabilityDesk implements Availability {
    private final ChangeOrder order;
    private final Claims claims;
    private final Fitting fitting;
    private final Preparing preparing;
    private final Explaining explaining;
    private final Audits audits;
    private final Catalogue catalogue;
    private final Offers offers;
    private final DSLContext db;

    AvailabilityDesk(
            ChangeOrder order,
            Claims claims,
            Fitting fitting,
            Preparing preparing,
            Explaining explaining,
            Audits audits,
            Catalogue catalogue,
            Offers offers,
            DSLContext db) {
        this.order = order;
        this.claims = claims;
        this.fitting = fitting;
        this.preparing = preparing;
        this.explaining = explaining;
        this.audits = audits;
        this.catalogue = catalogue;
        this.offers = offers;
        this.db = db;
    }

    @Override
    public List<Free> free(List<Question> questions) {
        var now = order.now();
        var numbers =
                order.stocks(questions.stream().map(Question::stock).distinct().toList());
        return questions.stream()
                .map(question -> now.timeline(numbers.get(question.stock()))
                        .free(Seconds.from(question.period()), Seconds.to(question.period()), now.moment()))
                .toList();
    }

    @Override
    public ProductsFree catalogue(UUID warehouse, Period period) {
        return order.read((db, now) -> {
            var stocks = catalogue.of(db, warehouse, now.image());
            return new ProductsFree(
                    stocks.products(),
                    now.image().free(stocks.numbers(), Seconds.from(period), Seconds.to(period), now.moment()));
        });
    }

    @Override
    public List<Step> timeline(StockKey stock, Period period) {
        return timelines(List.of(stock), period).getFirst();
    }

    @Override
    public List<List<Step>> timelines(List<StockKey> stocks, Period period) {
        var now = order.now();
        var numbers = order.stocks(stocks);
        int from = Seconds.from(period);
        int to = Seconds.to(period);
        var result = new ArrayList<List<Step>>(stocks.size());
        for (var stock : stocks) {
            var steps = new ArrayList<Step>();
            now.timeline(numbers.get(stock))
                    .steps(
                            from,
                            to,
                            now.moment(),
                            (second, firm, worst) -> steps.add(new Step(Seconds.instant(second), firm, worst)));
            result.add(steps);
        }
        return result;
    }

    @Override
    public Explanation explain(StockKey stock, Period period, @Nullable Instant knownAt) {
        var now = order.now();
        return explaining.explain(stock, order.stock(stock), period, knownAt, now.moment());
    }

    @Override
    public int spare(StockKey stock, Period period, Instant fit) {
        var now = order.now();
        var number = order.stock(stock);
        return number == null ? 0 : explaining.spare(number, period, fit, now.moment());
    }

    @Override
    public void claim(Claim claim) {
        var prepared = preparing.of(claim);
        if (prepared.parts().isEmpty() && !order.holds(prepared.owner())) return;
        order.make(new Change<>(Set.of(prepared.owner()), prepared.stocks(), turn -> claims.decide(turn, prepared)));
    }

    @Override
    public List<Shortage> shortages(Claim claim) {
        var prepared = preparing.of(claim);
        return order.look(
                new Change<>(Set.of(prepared.owner()), prepared.stocks(), turn -> claims.wouldLack(turn, prepared)));
    }

    @Override
    public Fit fit(Claim claim) {
        var prepared = preparing.of(claim);
        return order.look(
                new Change<>(Set.of(prepared.owner()), prepared.stocks(), turn -> fitting.fit(turn, prepared)));
    }

    @Override
    public Fit fit(Claim claim, List<Claim> others) {
        var prepared = preparing.of(claim);
        var first = others.stream().map(preparing::of).toList();
        var owners = new HashSet<>(Set.of(prepared.owner()));
        var stocks = new HashSet<>(prepared.stocks());
        for (var other : first) {
            owners.add(other.owner());
            stocks.addAll(other.stocks());
        }
        return order.look(new Change<>(owners, stocks, turn -> {
            for (var other : first) claims.put(turn, other);
            return fitting.fit(turn, prepared);
        }));
    }

    @Override
    public List<Shortfall> shortfalls() {
        return order.read((db, now) -> fitting.shortfalls(db, now.image(), now.moment(), rows -> {}));
    }

    @Override
    public List<Shortfall> shortfalls(UUID owner, UUID before) {
        return order.read((db, now) ->
                fitting.shortfalls(db, now.image(), now.moment(), rows -> Fitting.putBefore(rows, owner, before)));
    }

    @Override
    public List<Lacking> lacking(Collection<StockKey> stocks) {
        var worst = new LinkedHashMap<Lacking, Integer>();
        var numbers = order.stocks(List.copyOf(stocks)).values();
        order.read((db, now) -> fitting.lacks(db, now.image(), now.moment(), numbers, rows -> {}))
                .forEach((owner, lacks) -> lacks.forEach(lack -> worst.merge(
                        new Lacking(owner, lack.stock(), 0), lack.deficit().quantity(), Math::max)));
        return worst.entrySet().stream()
                .map(each -> new Lacking(each.getKey().owner(), each.getKey().stock(), each.getValue()))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void standStill() {
        order.make(Change.NOTHING);
    }

    @Override
    public void release(UUID owner) {
        if (!order.holds(owner)) return;
        order.make(new Change<>(Set.of(owner), Set.of(), turn -> claims.release(turn, owner)));
    }

    @Override
    public boolean prioritise(UUID owner, UUID before) {
        return order.make(
                new Change<>(Set.of(owner, before), Set.of(), turn -> claims.prioritise(turn, owner, before)));
    }

    @Override
    public Optional<Instant> standsSince(UUID owner) {
        return order.look(new Change<>(Set.of(owner), Set.of(), turn -> Claims.standsSince(turn, owner)));
    }

    @Override
    public void standSince(UUID owner, Instant since) {
        order.make(new Change<>(Set.of(owner), Set.of(), turn -> claims.standSince(turn, owner, since)));
    }

    @Override
    @Transactional
    public void offer(Offer offer) {
        offers.put(db, offer);
    }

    @Override
    @Transactional
    public void withdraw(UUID offer) {
        offers.remove(db, offer);
    }

    @Override
    public List<String> check() {
        return audits.differences(order.now());
    }
}
