package eventkit.planning;

import static eventkit.planning.db.Tables.ASSET_OUT;
import static eventkit.planning.db.Tables.PULL_LINE;
import static eventkit.planning.db.Tables.PULL_LIST;

import eventkit.availability.Movements;
import eventkit.availability.Shortage;
import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.planning.EventPhases.Missing;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireState;
import eventkit.sourcing.SubHires;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What planning itself asks of an event before it goes on, and before it is in prep again. No other step back asks for anything. */
final class MoveConditions {
    private static final int NAMED_MAX = 5;

    static final Missing NO_WAREHOUSE = new Missing("warehouse", "Say from which warehouse it takes its equipment.");

    private MoveConditions() {}

    /**
     * When it is confirmed, availability decides once more: another claim may have come in between. What was held then may be gone when it is prepared
     * or loaded: lost, in repair, or promised to somebody who was put first.
     */
    @Component
    @Order(5)
    static class HasItsStock implements MoveCondition {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
        private final Reservations reservations;
        private final Clock clock;

        HasItsStock(Reservations reservations, Clock clock) {
            this.reservations = reservations;
            this.clock = clock;
        }

        @Override
        public List<Missing> missing(Event event, Phase to) {
            boolean confirms = to == Phase.CONFIRMED && event.phase().open();
            boolean leaves = to == Phase.PREP && event.phase() == Phase.CONFIRMED
                    || to == Phase.LOAD_OUT && event.phase() == Phase.PREP;
            if (!confirms && !leaves) return List.of();
            if (reservations.lacksWarehouse(event)) return List.of(NO_WAREHOUSE);
            var shortages = confirms ? reservations.refusing(event) : reservations.lacking(event, clock.instant());
            if (shortages.isEmpty()) return List.of();
            var zone = ZoneId.of(event.timeZone());
            var named =
                    shortages.stream().limit(NAMED_MAX).map(s -> words(s, zone)).collect(Collectors.joining("; "));
            int more = shortages.size() - NAMED_MAX;
            return List.of(new Missing(
                    "not-enough",
                    (confirms ? "Not enough is free: " : "Not everything is there: ") + named
                            + (more > 0 ? "; and " + more + " more" : "") + ".",
                    shortages.size(),
                    List.of(),
                    List.of(),
                    shortages));
        }

        private static String words(Shortage s, ZoneId zone) {
            var holders = s.holders().stream().map(Shortage.Holder::label).collect(Collectors.joining(", "));
            return s.quantity() + " × " + s.item() + " from "
                    + TIME.format(s.period().from().atZone(zone)) + " to "
                    + TIME.format(s.period().to().atZone(zone))
                    + (holders.isEmpty() ? "" : " (held by " + holders + ")");
        }
    }

    @Component
    @Order(1)
    static class NamesItsClient implements MoveCondition {
        @Override
        public List<Missing> missing(Event event, Phase to) {
            boolean needed = to == Phase.QUOTED && event.phase() == Phase.ENQUIRY
                    || to == Phase.CONFIRMED && event.phase().open();
            return needed && event.clientId() == null
                    ? List.of(new Missing("client", "Name the client that the event is for."))
                    : List.of();
        }
    }

    @Component
    @Order(2)
    static class NamesItsPlanner implements MoveCondition {
        @Override
        public List<Missing> missing(Event event, Phase to) {
            return to == Phase.CONFIRMED && event.phase().open() && event.plannerId() == null
                    ? List.of(new Missing("planner", "Name the planner who is responsible."))
                    : List.of();
        }
    }

    @Component
    @Order(3)
    static class HasSomethingToPull implements MoveCondition {
        private final DSLContext db;

        HasSomethingToPull(DSLContext db) {
            this.db = db;
        }

        @Override
        public List<Missing> missing(Event event, Phase to) {
            if (to != Phase.PREP || event.phase().back(to)) return List.of();
            boolean something = db.fetchExists(db.selectOne()
                    .from(PULL_LINE)
                    .join(PULL_LIST)
                    .on(PULL_LIST.ID.eq(PULL_LINE.LIST_ID))
                    .where(PULL_LIST.EVENT_ID.eq(event.id())));
            return something
                    ? List.of()
                    : List.of(new Missing("pull-list", "Put on a pull list what the warehouse is to prepare."));
        }
    }

    /** Equipment as its register tells of it; counted pieces and cases as availability does. */
    @Component
    @Order(4)
    static class HasNothingOut implements MoveCondition {
        private final DSLContext db;
        private final Movements movements;

        HasNothingOut(DSLContext db, Movements movements) {
            this.db = db;
            this.movements = movements;
        }

        @Override
        public List<Missing> missing(Event event, Phase to) {
            boolean closes = to == Phase.CLOSED;
            // Nobody would miss what has left for it, then or once it is in prep and cancelled.
            boolean takenBack =
                    to == Phase.CANCELLED || to == Phase.PREP && event.phase().back(to);
            if (!closes && !takenBack) return List.of();
            var out = out(event.id());
            if (out.isEmpty()) return List.of();
            var first = out.subList(0, Math.min(out.size(), NAMED_MAX));
            var named = String.join(", ", first)
                    + (out.size() > NAMED_MAX ? " and " + (out.size() - NAMED_MAX) + " more" : "");
            var todo = closes ? "Check in or write off what is still out: " : "Check in first what has left for it: ";
            return List.of(new Missing(
                    closes ? "not-returned" : "has-left", todo + named + ".", out.size(), first, List.of(), List.of()));
        }

        private List<String> out(UUID event) {
            var out = new ArrayList<>(db.select(ASSET_OUT.NUMBER)
                    .from(ASSET_OUT)
                    .where(ASSET_OUT.OUT_FOR.eq(EventRegister.KIND + ":" + event))
                    .orderBy(ASSET_OUT.NUMBER)
                    .fetch(ASSET_OUT.NUMBER));
            var others = new TreeMap<String, Integer>();
            for (var each : Callers.as(Callers.current().allowing(Permission.ASSET_READ), () -> movements.out(event)))
                if (!each.numbered()) others.merge(each.item(), each.quantity(), Integer::sum);
            others.forEach((item, quantity) -> out.add(quantity + " × " + item));
            return out;
        }
    }

    /** What a partner lent for the event is theirs again before it is over: nobody looks after it then. */
    @Component
    @Order(6)
    static class HasGivenBackWhatWasLent implements MoveCondition {
        private final SubHires subHires;

        HasGivenBackWhatWasLent(SubHires subHires) {
            this.subHires = subHires;
        }

        @Override
        public List<Missing> missing(Event event, Phase to) {
            if (to != Phase.CLOSED) return List.of();
            var here = Callers.as(
                            Callers.current().allowing(Permission.SOURCE_READ),
                            () -> subHires.ofEvents(List.of(event.id())))
                    .stream()
                    .filter(s -> s.direction() == SubHire.Direction.IN && s.state() == SubHireState.RECEIVED)
                    .toList();
            if (here.isEmpty()) return List.of();
            var first = here.subList(0, Math.min(here.size(), NAMED_MAX));
            var things = first.stream()
                    .map(s -> new Subject(SubHires.KIND, s.id(), words(s)))
                    .toList();
            var names = things.stream().map(Subject::label).toList();
            int more = here.size() - first.size();
            return List.of(new Missing(
                    "not-given-back",
                    "Give back what partners have lent for it: " + String.join(", ", names)
                            + (more > 0 ? " and " + more + " more" : "") + ".",
                    here.size(),
                    names,
                    things,
                    List.of()));
        }

        private static String words(SubHire s) {
            return s.number() + " (" + s.quantity() + " × " + s.product().name() + ")";
        }
    }
}
