package eventkit.availability;

/** How far a demand has come; what weighs and how much (rule 3). */
public enum Standing {
    ENQUIRY,
    QUOTED,
    OPTION,
    CONFIRMED,
    CANCELLED;

    /** Whether it is noted beside the stock: an enquiry weighs nothing, and what is cancelled is gone. */
    boolean isBooked() {
        return switch (this) {
            case QUOTED, OPTION, CONFIRMED -> true;
            case ENQUIRY, CANCELLED -> false;
        };
    }

    /**
     * @param chancePercent how probable it is that it will be confirmed; below zero when nobody said
     */
    Weight weigh(int quantity, int chancePercent) {
        return switch (this) {
            case ENQUIRY, CANCELLED -> Weight.NOTHING;
            case QUOTED -> new Weight(0, 0, chancePercent < 0 ? 0 : quantity * chancePercent);
            case OPTION -> new Weight(0, quantity, chancePercent < 0 ? quantity * 100 : quantity * chancePercent);
            case CONFIRMED -> new Weight(-quantity, 0, 0);
        };
    }
}
