package eventkit.planning;

import static eventkit.planning.db.Tables.ASSET_OUT;
import static eventkit.planning.db.Tables.PULL_LINE;
import static eventkit.planning.db.Tables.PULL_LIST;

import eventkit.availability.Shortage;
import eventkit.planning.EventPhases.Missing;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What planning itself asks of an event before it goes on. A step back asks nothing. */
final class MoveConditions {
    static final String NOT_ENOUGH = "not-enough";

    static final Missing NO_WAREHOUSE = new Missing("warehouse", "Say from which warehouse it takes its equipment.");

    private MoveConditions() {}

    /** Another claim may come in between: when it is confirmed, availability decides once more. */
    @Component
    @Order(5)
    static class HasItsStock implements MoveCondition {
        private static final int NAMED_MAX = 5;
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
        private final Reservations reservations;

        HasItsStock(Reservations reservations) {
            this.reservations = reservations;
        }

        @Override
        public List<Missing> missing(Event event, Phase to) {
            if (to != Phase.CONFIRMED || !event.phase().open()) return List.of();
            if (reservations.lacksWarehouse(event)) return List.of(NO_WAREHOUSE);
            var shortages = reservations.refusing(event);
            if (shortages.isEmpty()) return List.of();
            var zone = ZoneId.of(event.timeZone());
            var named =
                    shortages.stream().limit(NAMED_MAX).map(s -> words(s, zone)).collect(Collectors.joining("; "));
            int more = shortages.size() - NAMED_MAX;
            return List.of(new Missing(
                    NOT_ENOUGH, "Not enough is free: " + named + (more > 0 ? "; and " + more + " more" : "") + "."));
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
            if (to != Phase.PREP) return List.of();
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

    @Component
    @Order(4)
    static class HasEverythingBack implements MoveCondition {
        private static final int NAMED_MAX = 5;
        private final DSLContext db;

        HasEverythingBack(DSLContext db) {
            this.db = db;
        }

        @Override
        public List<Missing> missing(Event event, Phase to) {
            if (to != Phase.CLOSED) return List.of();
            var out = db.select(ASSET_OUT.NUMBER)
                    .from(ASSET_OUT)
                    .where(ASSET_OUT.OUT_FOR.eq(EventRegister.KIND + ":" + event.id()))
                    .orderBy(ASSET_OUT.NUMBER)
                    .fetch(ASSET_OUT.NUMBER);
            if (out.isEmpty()) return List.of();
            var named = String.join(", ", out.subList(0, Math.min(out.size(), NAMED_MAX)))
                    + (out.size() > NAMED_MAX ? " and " + (out.size() - NAMED_MAX) + " more" : "");
            return List.of(new Missing("not-returned", "Check in or write off what is still out: " + named + "."));
        }
    }
}
