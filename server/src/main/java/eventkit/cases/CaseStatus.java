package eventkit.cases;

import java.util.EnumSet;
import java.util.Set;

/** Open cases are packed and unpacked; closed ones are sealed and travel as they are. */
public enum CaseStatus {
    OPEN,
    CLOSED,
    OUT_OF_SERVICE,
    RETIRED;

    public Set<CaseStatus> successors() {
        return switch (this) {
            case OPEN -> EnumSet.of(CLOSED, OUT_OF_SERVICE, RETIRED);
            case CLOSED -> EnumSet.of(OPEN, OUT_OF_SERVICE);
            case OUT_OF_SERVICE -> EnumSet.of(OPEN, RETIRED);
            case RETIRED -> EnumSet.of(OPEN);
        };
    }

    /** What the audit trail calls becoming this. */
    String action() {
        return switch (this) {
            case OPEN -> "opened";
            case CLOSED -> "closed";
            case OUT_OF_SERVICE -> "out-of-service";
            case RETIRED -> "retired";
        };
    }

    String words() {
        return switch (this) {
            case OPEN -> "open";
            case CLOSED -> "closed";
            case OUT_OF_SERVICE -> "out of service";
            case RETIRED -> "retired";
        };
    }

    boolean takesContents() {
        return switch (this) {
            case OPEN -> true;
            case CLOSED, OUT_OF_SERVICE, RETIRED -> false;
        };
    }

    /** A broken case is emptied, a sealed one is opened first. */
    boolean givesContents() {
        return switch (this) {
            case OPEN, OUT_OF_SERVICE -> true;
            case CLOSED, RETIRED -> false;
        };
    }
}
