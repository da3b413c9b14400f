package eventkit.planning;

import eventkit.availability.Shortage;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How events come from one phase into another. */
public interface EventPhases {
    /**
     * @param code what is missing, for programs
     * @param message the same for people, with what to do
     * @param count of how many things, where it is about things
     * @param names the first of them
     * @param things the same where each has a page of its own
     * @param shortages where it is stock: every one, with when and who has it
     */
    record Missing(
            String code,
            String message,
            int count,
            List<String> names,
            List<Subject> things,
            List<Shortage> shortages) {
        public Missing {
            names = List.copyOf(names);
            things = List.copyOf(things);
            shortages = List.copyOf(shortages);
        }

        Missing(String code, String message) {
            this(code, message, 0, List.of(), List.of(), List.of());
        }
    }

    /**
     * A phase that the event may come into.
     *
     * @param ownPhases the type's own ones that mean it; choose one, or get the first
     * @param back whether it is a step back
     * @param permitted whether the caller may
     * @param needsReason whether the move is to say why
     * @param missing empty where it may come now
     */
    record Next(
            Phase phase,
            List<EventType.OwnPhase> ownPhases,
            boolean back,
            boolean permitted,
            boolean needsReason,
            List<Missing> missing) {}

    /** @param ownPhases all of its type, each with the phase it means */
    record Way(
            Phase phase,
            @Nullable UUID ownPhaseId,
            Instant since,
            List<EventType.OwnPhase> ownPhases,
            List<Next> next) {}

    /**
     * @param phase null where an own phase is named
     * @param ownPhaseId null for the first own phase of the type that means this phase, if there is any
     * @param reason why it is cancelled, or taken back from load-out or later; needed for that
     * @param despite why it is confirmed, prepared or loaded though not everything is there, which needs {@link Permission#OVERBOOK}
     */
    record Move(
            @Nullable Phase phase,
            @Nullable UUID ownPhaseId,
            @Nullable String reason,
            @Nullable String despite) {}

    /** @param until when the option runs out by itself */
    record Option(Instant until) {}

    @Needs(Permission.EVENT_READ)
    Way way(UUID id);

    /**
     * Committing the company, or taking that back, needs {@link Permission#EVENT_CONFIRM} besides. Throws {@link IllegalEventMove},
     * {@link EventNotReady}, {@link EventIsTemplate}.
     */
    @Needs(Permission.EVENT_EDIT)
    Event move(UUID id, Move move);

    /** Sets or prolongs it. Throws {@link OptionNotPossible} where the event is not open any more. */
    @Needs(Permission.EVENT_EDIT)
    Event option(UUID id, Option option);

    /** Nothing happens where there is none. */
    @Needs(Permission.EVENT_EDIT)
    Event endOption(UUID id);
}
