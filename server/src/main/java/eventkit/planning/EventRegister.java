package eventkit.planning;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The register of events and of templates for them. What phase one is in: {@link EventPhases}. */
public interface EventRegister {
    String KIND = "event";

    /**
     * @param warehouseId null for the company's first
     * @param typeId null for the standard type
     * @param timeZone null for the company's
     * @param occupancy null for the company's
     */
    record NewEvent(
            String name,
            @Nullable UUID projectId,
            @Nullable UUID clientId,
            @Nullable UUID venueId,
            @Nullable UUID roomId,
            @Nullable UUID plannerId,
            @Nullable UUID warehouseId,
            @Nullable UUID typeId,
            @Nullable List<String> tags,
            @Nullable String timeZone,
            Instant from,
            Instant to,
            @Nullable Occupancy occupancy,
            @Nullable List<Block> blocks,
            @Nullable String notes,
            @Nullable Map<String, JsonNode> custom,
            @Nullable Money value,
            @Nullable Integer probabilityPercent) {}

    /** What may be changed. */
    record Details(
            String name,
            @Nullable UUID projectId,
            @Nullable UUID clientId,
            @Nullable UUID venueId,
            @Nullable UUID roomId,
            @Nullable UUID plannerId,
            @Nullable UUID warehouseId,
            UUID typeId,
            @Nullable List<String> tags,
            String timeZone,
            Instant from,
            Instant to,
            Occupancy occupancy,
            @Nullable List<Block> blocks,
            @Nullable String notes,
            @Nullable Map<String, JsonNode> custom,
            @Nullable Money value,
            @Nullable Integer probabilityPercent) {

        public static Details of(Event e) {
            return new Details(
                    e.name(),
                    e.projectId(),
                    e.clientId(),
                    e.venueId(),
                    e.roomId(),
                    e.plannerId(),
                    e.warehouseId(),
                    e.typeId(),
                    e.tags(),
                    e.timeZone(),
                    e.from(),
                    e.to(),
                    e.occupancy(),
                    e.blocks(),
                    e.notes(),
                    e.custom(),
                    e.value(),
                    e.probabilityPercent());
        }

        public Details withPeople(@Nullable UUID client, @Nullable UUID planner) {
            return with(client, planner, from, to, blocks, probabilityPercent);
        }

        public Details withDates(Instant begin, Instant end, @Nullable List<Block> parts) {
            return with(clientId, plannerId, begin, end, parts, probabilityPercent);
        }

        public Details withProbability(@Nullable Integer percent) {
            return with(clientId, plannerId, from, to, blocks, percent);
        }

        private Details with(
                @Nullable UUID client,
                @Nullable UUID planner,
                Instant begin,
                Instant end,
                @Nullable List<Block> parts,
                @Nullable Integer percent) {
            return new Details(
                    name,
                    projectId,
                    client,
                    venueId,
                    roomId,
                    planner,
                    warehouseId,
                    typeId,
                    tags,
                    timeZone,
                    begin,
                    end,
                    occupancy,
                    parts,
                    notes,
                    custom,
                    value,
                    percent);
        }
    }

    /**
     * Every part may be empty or null: not filtered by it.
     *
     * @param template null or false for events, true for templates
     * @param from with {@code to}: what occupies something in between
     * @param begins on which day of its own time zone it begins
     */
    record Filter(
            Set<Phase> phases,
            Set<UUID> projectIds,
            Set<UUID> clientIds,
            Set<UUID> venueIds,
            Set<UUID> plannerIds,
            Set<UUID> typeIds,
            Set<String> tags,
            @Nullable UUID seriesId,
            @Nullable Boolean optioned,
            @Nullable Boolean template,
            @Nullable Instant from,
            @Nullable Instant to,
            Set<UUID> warehouseIds,
            Begins begins) {
        public Filter(
                Set<Phase> phases,
                Set<UUID> projectIds,
                Set<UUID> clientIds,
                Set<UUID> venueIds,
                Set<UUID> plannerIds,
                Set<UUID> typeIds,
                Set<String> tags,
                @Nullable UUID seriesId,
                @Nullable Boolean optioned,
                @Nullable Boolean template,
                @Nullable Instant from,
                @Nullable Instant to) {
            this(
                    phases,
                    projectIds,
                    clientIds,
                    venueIds,
                    plannerIds,
                    typeIds,
                    tags,
                    seriesId,
                    optioned,
                    template,
                    from,
                    to,
                    Set.of(),
                    Begins.ANY);
        }

        /** Both days with it. @param month 1 is January, of whichever year */
        public record Begins(
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable Integer month) {
            public static final Begins ANY = new Begins(null, null, null);
        }

        public static final Filter ALL = new Filter(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, null);
    }

    /**
     * What a calendar draws.
     *
     * @param more whether some were left out: ask for a shorter time
     */
    record Calendar(List<Entry> entries, boolean more) {
        /** @param blocks in the order of time */
        public record Entry(
                UUID id,
                String number,
                String name,
                Phase phase,
                @Nullable String ownPhaseName,
                @Nullable Instant optionedUntil,
                @Nullable UUID projectId,
                @Nullable String projectName,
                @Nullable String clientName,
                @Nullable String venueName,
                @Nullable UUID plannerId,
                @Nullable String plannerName,
                @Nullable String colour,
                String timeZone,
                Instant from,
                Instant to,
                Instant occupiedFrom,
                Instant occupiedTo,
                List<Block> blocks) {}
    }

    /** Sorts: from, to, number, name, phase, changedAt. */
    @Needs(Permission.EVENT_READ)
    Page<Event> list(Filter filter, ListQuery query);

    /** Those that occupy anything in between, by their beginning; the filter's own times are not looked at. */
    @Needs(Permission.EVENT_READ)
    Calendar calendar(Filter filter, Instant from, Instant to);

    @Needs(Permission.EVENT_READ)
    Event get(UUID id);

    /** With a pull list "Main". */
    @Needs(Permission.EVENT_EDIT)
    Event create(NewEvent details);

    /**
     * Throws {@link EventOver} where it is closed or cancelled, {@link eventkit.availability.NotEnough} where a confirmed event would lack what it holds.
     *
     * @param despite why that is accepted all the same, which needs {@link Permission#OVERBOOK}
     */
    @Needs(Permission.EVENT_EDIT)
    Event change(UUID id, Details details, IfMatch ifMatch, @Nullable String despite);

    /** Only a template or an enquiry; throws {@link EventNotRemovable}. */
    @Needs(Permission.EVENT_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    /** All tags in use, in the order of the alphabet. */
    @Needs(Permission.EVENT_READ)
    List<String> tags();

    @Needs(Permission.EVENT_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
