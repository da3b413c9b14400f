package eventkit.sourcing;

import eventkit.availability.Availability;
import eventkit.availability.Claim;
import eventkit.availability.ClaimLine;
import eventkit.availability.Movements;
import eventkit.availability.Offer;
import eventkit.availability.Owner;
import eventkit.availability.Standing;
import eventkit.availability.StockKey;
import eventkit.catalogue.ProductId;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class SubHireDesk implements SubHires {
    private final SubHireRows rows;
    private final SourcingRows common;
    private final Availability availability;
    private final Movements movements;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    SubHireDesk(
            SubHireRows rows,
            SourcingRows common,
            Availability availability,
            Movements movements,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.common = common;
        this.availability = availability;
        this.movements = movements;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    private record State(SubHireState state) {}

    @Override
    public Page<SubHire> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public SubHire get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SubHire hold(UUID id) {
        rows.lock(id);
        return get(id);
    }

    @Override
    public List<SubHire> ofEvents(Collection<UUID> events) {
        return rows.ofEvents(events);
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    @Override
    @Transactional
    public SubHire create(Details given) {
        var details = checked(given);
        var id = ids.next();
        rows.insert(
                id,
                common.nextSubHire(),
                details,
                clock.instant(),
                Callers.current().name());
        var made = get(id);
        audit.created(subject(made), Details.of(made));
        events.announce(requested(made));
        return made;
    }

    private static SubHireRequested requested(SubHire s) {
        return new SubHireRequested(
                s.id(),
                s.number(),
                s.direction(),
                s.partner().name(),
                s.product().name(),
                s.quantity(),
                Callers.current().userId());
    }

    @Override
    @Transactional
    public SubHire change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given);
        if (before.state().over()) throw new SubHireOver(before);
        if (details.equals(Details.of(before))) return before;
        fixed(before, details);
        rows.update(id, details, clock.instant());
        var after = get(id);
        audit.changed(subject(after), "changed", after.version(), Details.of(before), Details.of(after));
        follow(after, false, null);
        return after;
    }

    /** What has changed hands is what it is. */
    private static void fixed(SubHire before, Details d) {
        boolean handedOver = before.state() == SubHireState.RECEIVED;
        new Check()
                .that(
                        d.direction() == before.direction(),
                        "direction",
                        "fixed",
                        "What is lent to us can not become what we lend.")
                .that(
                        !handedOver || d.productId().equals(before.product().id()),
                        "productId",
                        "handed-over",
                        "The pieces have changed hands. Their product stays as it is.")
                .that(
                        !handedOver || d.warehouseId().equals(before.warehouse().id()),
                        "warehouseId",
                        "handed-over",
                        "The pieces have changed hands. Their warehouse stays as it is.")
                .that(
                        !handedOver || d.quantity() == before.quantity(),
                        "quantity",
                        "handed-over",
                        "The pieces have changed hands. Their number stays as it is.")
                .orThrow();
    }

    @Override
    @Transactional
    public SubHire move(UUID id, Move move, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        new Check()
                .required(move.state(), "state")
                .text(move.despite(), "despite", 1_000)
                .orThrow();
        if (!before.next().contains(move.state())) throw new IllegalSubHireMove(before, move.state());
        var despite = SourcingRows.blankToNull(move.despite());
        if (despite != null) Callers.current().mustHave(Permission.OVERBOOK);
        rows.move(id, move.state(), clock.instant());
        var after = get(id);
        var changes = new ArrayList<>(audit.changes(new State(before.state()), new State(after.state())));
        if (despite != null) changes.add(audit.change("reason", null, despite));
        audit.record(subject(after), "state-changed", after.version(), changes);
        follow(after, true, despite);
        return after;
    }

    /** Availability learns of it last: from then on all other claims wait until the transaction ends. */
    private void follow(SubHire s, boolean moved, @Nullable String despite) {
        Callers.runAs(Callers.current().allowing(Permission.RESERVE, Permission.ASSET_READ), () -> {
            if (s.direction() == SubHire.Direction.IN) offer(s);
            else lend(s, moved, despite);
        });
    }

    private void offer(SubHire s) {
        boolean counts = s.state() == SubHireState.ACCEPTED || s.state() == SubHireState.RECEIVED;
        if (!counts) {
            availability.withdraw(s.id());
            return;
        }
        boolean here = s.state() == SubHireState.RECEIVED;
        availability.offer(new Offer(
                s.id(),
                Offer.Kind.SUB_HIRE,
                s.label(),
                new ProductId(s.product().id()),
                s.warehouse().id(),
                s.quantity(),
                s.from(),
                s.to(),
                here,
                !here,
                s.event() == null ? null : s.event().id()));
    }

    private void lend(SubHire s, boolean justNow, @Nullable String despite) {
        var what = new ClaimLine.What.OfProduct(new ProductId(s.product().id()));
        var line = new ClaimLine(s.id(), what, s.warehouse().id(), s.quantity(), new Period(s.from(), s.to()));
        var moved = new Availability.Moved(
                s.id(), StockKey.product(s.product().id(), s.warehouse().id()), s.quantity());
        var owner = new Owner(KIND, s.id(), s.label());
        switch (s.state()) {
            case REQUESTED, DECLINED, CANCELLED -> availability.release(s.id());
            case ACCEPTED ->
                availability.claim(new Claim(owner, Standing.CONFIRMED, null, null, List.of(line), despite));
            case RECEIVED -> {
                // It is out of the house, whatever anybody thinks of that.
                availability.claim(new Claim(owner, Standing.CONFIRMED, null, null, List.of(line), "lent out"));
                if (justNow) movements.wentOut(owner, List.of(moved), clock.instant(), s.to());
            }
            case RETURNED -> movements.cameBack(s.id(), List.of(moved), clock.instant());
        }
    }

    private Details checked(Details given) {
        var check = new Check()
                .required(given.direction(), "direction")
                .required(given.partnerId(), "partnerId")
                .required(given.from(), "from")
                .required(given.to(), "to")
                .text(given.note(), "note", 2_000);
        common.partner(check, given.partnerId());
        common.pieces(check, given.productId(), given.warehouseId(), given.quantity());
        common.event(check, given.eventId());
        check.money(given.cost(), "cost");
        check.that(
                given.direction() != SubHire.Direction.OUT || given.eventId() == null,
                "eventId",
                "not-for-out",
                "What we lend is for none of our events.");
        if (given.from() != null && given.to() != null) {
            boolean ordered = seconds(given.from()).isBefore(seconds(given.to()));
            check.that(ordered, "to", "before-from", "Must be later than the beginning.")
                    .that(
                            !ordered
                                    || new Period(given.from(), given.to())
                                                    .length()
                                                    .toDays()
                                            <= Availability.DAYS_MAX,
                            "to",
                            "too-long",
                            "This lasts for more than ten years. Check the dates.")
                    .that(
                            given.to().isBefore(Availability.LATEST),
                            "to",
                            "out-of-reach",
                            "Nothing is planned after the year 2067.");
        }
        check.orThrow();
        return new Details(
                given.direction(),
                given.partnerId(),
                given.productId(),
                given.warehouseId(),
                given.quantity(),
                seconds(given.from()),
                seconds(given.to()),
                given.eventId(),
                given.cost(),
                SourcingRows.blankToNull(given.note()));
    }

    private static Instant seconds(Instant instant) {
        return Objects.requireNonNull(instant).truncatedTo(ChronoUnit.SECONDS);
    }

    private SubHire lock(UUID id, IfMatch ifMatch) {
        var subHire = hold(id);
        ifMatch.require(subHire.version(), audit, KIND, id);
        return subHire;
    }

    private static Subject subject(SubHire s) {
        return new Subject(KIND, s.id(), s.label());
    }
}
