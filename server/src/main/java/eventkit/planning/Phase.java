package eventkit.planning;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far an event has come, as people say it: whoever said it too soon takes it back by one step. What has left the house and what came back is told
 * by the equipment itself, and no step changes that.
 */
public enum Phase {
    ENQUIRY,
    QUOTED,
    CONFIRMED,
    PREP,
    LOAD_OUT,
    ON_SITE,
    LOAD_IN,
    DE_PREP,
    CLOSED,
    CANCELLED;

    public Set<Phase> successors() {
        return switch (this) {
            case ENQUIRY -> EnumSet.of(QUOTED, CONFIRMED, CANCELLED);
            case QUOTED -> EnumSet.of(ENQUIRY, CONFIRMED, CANCELLED);
            case CONFIRMED -> EnumSet.of(QUOTED, PREP, CANCELLED);
            case PREP -> EnumSet.of(CONFIRMED, LOAD_OUT, CANCELLED);
            case LOAD_OUT -> EnumSet.of(PREP, ON_SITE);
            case ON_SITE -> EnumSet.of(LOAD_OUT, LOAD_IN);
            case LOAD_IN -> EnumSet.of(ON_SITE, DE_PREP);
            case DE_PREP -> EnumSet.of(LOAD_IN, CLOSED);
            case CLOSED -> EnumSet.of(DE_PREP);
            case CANCELLED -> EnumSet.noneOf(Phase.class);
        };
    }

    /** Nobody has promised anything yet: dates may be optioned. */
    public boolean open() {
        return switch (this) {
            case ENQUIRY, QUOTED -> true;
            case CONFIRMED, PREP, LOAD_OUT, ON_SITE, LOAD_IN, DE_PREP, CLOSED, CANCELLED -> false;
        };
    }

    /** The event holds its stock. */
    public boolean firm() {
        return switch (this) {
            case CONFIRMED, PREP, LOAD_OUT, ON_SITE, LOAD_IN, DE_PREP -> true;
            case ENQUIRY, QUOTED, CLOSED, CANCELLED -> false;
        };
    }

    /** The warehouse works from the pull lists, or has. */
    public boolean locksLists() {
        return switch (this) {
            case PREP, LOAD_OUT, ON_SITE, LOAD_IN, DE_PREP, CLOSED, CANCELLED -> true;
            case ENQUIRY, QUOTED, CONFIRMED -> false;
        };
    }

    /** Committing the company, or taking that back, needs its own permission. */
    boolean commits(Phase to) {
        return firm() != to.firm() && to != CLOSED && this != CLOSED;
    }

    boolean back(Phase to) {
        return to.compareTo(this) < 0;
    }

    /** Cancelling is explained, and so is taking back what everybody has seen happen. */
    boolean needsReason(Phase to) {
        return to == CANCELLED || back(to) && compareTo(LOAD_OUT) >= 0;
    }

    String words() {
        return switch (this) {
            case ENQUIRY -> "an enquiry";
            case QUOTED -> "quoted";
            case CONFIRMED -> "confirmed";
            case PREP -> "in prep";
            case LOAD_OUT -> "loading out";
            case ON_SITE -> "on site";
            case LOAD_IN -> "loading in";
            case DE_PREP -> "in de-prep";
            case CLOSED -> "closed";
            case CANCELLED -> "cancelled";
        };
    }
}
