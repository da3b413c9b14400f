package eventkit.planning;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Power and rigging arithmetic over pull lists; docs/specs/technical.md says how it is reckoned. Every result shows what it is the sum of. */
public interface Technical {
    /**
     * A part of a sum.
     *
     * @param lineId of a pull list; null for what belongs to the venue
     * @param pieces of the product {@code name}, in that line
     * @param each of one piece, in the unit of the sum
     */
    record Term(@Nullable UUID lineId, String name, long pieces, BigDecimal each, BigDecimal sum) {}

    enum Gap {
        /** Pieces that plug into power, and nobody entered how much they draw. */
        POWER_UNKNOWN,
        WEIGHT_UNKNOWN,
        /** A distro or generator of which neither plugs nor attributes say what it carries. */
        RATING_UNKNOWN,
        /** What a generator carries was taken from its largest socket. */
        RATING_GUESSED,
        NO_VENUE,
        /** The caller may not see venues. */
        VENUE_HIDDEN,
        /** Neither venue nor room say what comes out of their walls, and no generator is listed. */
        NO_SUPPLY,
        /** Things draw power and no distro is listed that could feed them. */
        NO_DISTRO,
        /** Hoists are listed, and their group hangs from no point. */
        NOT_HUNG,
        /** A group was hung from a point that is not in the event's venue any more. */
        POINT_ELSEWHERE,
        /** A group hangs from more points than it has hoists. */
        FEWER_HOISTS
    }

    /** @param name of the product, group or venue that it is about; @param pieces how many; 0 where it is not about pieces */
    record Missing(Gap gap, @Nullable UUID lineId, @Nullable String name, long pieces) {}

    /**
     * @param limitAmps null where it is not known
     * @param overAmps beyond the limit; null where it is kept, or not known
     */
    record PhaseLoad(
            int phase,
            BigDecimal watts,
            BigDecimal amps,
            @Nullable BigDecimal limitAmps,
            @Nullable BigDecimal overAmps,
            List<Term> terms) {}

    /**
     * What one set of distros, or the supply as a whole, carries.
     *
     * @param groupId the group that feeds itself; null for everything else
     * @param phases three; the terms of a phase are amps
     * @param limits the terms of the limits, amps per phase
     */
    record Feed(@Nullable UUID groupId, @Nullable String groupName, List<PhaseLoad> phases, List<Term> limits) {}

    /**
     * @param volts between phase and neutral, {@code voltsBetweenPhases} likewise
     * @param fromVenue whether the volts are the venue's; else they are what is usual
     * @param watts of all
     * @param supply all loads against venue and generators
     * @param feeds the loads against their distros
     */
    record Power(
            BigDecimal volts,
            BigDecimal voltsBetweenPhases,
            boolean fromVenue,
            BigDecimal watts,
            Feed supply,
            List<Feed> feeds) {}

    /**
     * Every plug needs a socket of its kind; a cable or adapter takes one and gives one.
     *
     * @param missing sockets; @param spare sockets
     */
    record Sockets(
            String type,
            long plugs,
            long sockets,
            long missing,
            long spare,
            List<Term> plugTerms,
            List<Term> socketTerms) {}

    /** @param missing there; @param spare there */
    record Balance(long wanted, long there, long missing, long spare, List<Term> wantedTerms, List<Term> thereTerms) {}

    /**
     * How one kind of signal goes from what gives it to what takes it.
     *
     * @param cables connections that things on the list need, against cables
     * @param inputs outputs that have to go somewhere, against inputs that take them
     * @param outputs inputs that have to be fed, against outputs that feed them
     */
    record Signals(String type, Balance cables, Balance inputs, Balance outputs) {}

    /**
     * What a group brings onto a point.
     *
     * @param sharePercent of the group's load without its hoists
     * @param hoist null for none
     * @param hoistOverKilograms beyond what the hoist carries; null where that is kept
     * @param terms of the group's load, kilograms
     */
    record Hung(
            UUID groupId,
            String groupName,
            BigDecimal sharePercent,
            BigDecimal loadKilograms,
            @Nullable String hoist,
            @Nullable BigDecimal hoistLimitKilograms,
            @Nullable BigDecimal hoistKilograms,
            @Nullable BigDecimal hoistOverKilograms,
            List<Term> terms) {}

    /** @param loadKilograms of all groups with their hoists; @param overKilograms beyond the limit; null where it is kept */
    record PointLoad(
            UUID pointId,
            String name,
            String roomName,
            BigDecimal limitKilograms,
            BigDecimal loadKilograms,
            @Nullable BigDecimal overKilograms,
            List<Hung> groups) {}

    record Report(
            UUID eventId,
            @Nullable UUID listId,
            Power power,
            List<Sockets> sockets,
            List<Signals> signals,
            List<PointLoad> points,
            List<Missing> missing) {}

    /** @param sharePercent null for all or none: as a beam that lies on its points at equal distances loads them */
    record HangingPoint(UUID pointId, @Nullable BigDecimal sharePercent) {}

    /** @param points along the truss; none: it does not hang */
    record Hanging(List<HangingPoint> points) {}

    record HangingOf(UUID groupId, List<HangingPoint> points) {}

    /** @param listId null for all lists of the event */
    @Needs(Permission.EVENT_READ)
    Report report(UUID eventId, @Nullable UUID listId);

    /** The groups of a list that hang. */
    @Needs(Permission.EVENT_READ)
    List<HangingOf> hanging(UUID listId);

    /** Throws {@link PullListLocked}. */
    @Needs(Permission.EVENT_EDIT)
    PullList hang(UUID listId, UUID groupId, Hanging hanging, IfMatch ifMatch);
}
