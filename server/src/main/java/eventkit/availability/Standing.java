package eventkit.availability;

/** How far a demand has come; what weighs and how much (rule 3). */
public enum Standing {
    ENQUIRY,
    QUOTED,
    OPTION,
    CONFIRMED,
    CANCELLED;

    /**
     * @param chancePercent how probable it is that it will be confirmed; below zero when nobody said
     */
    Weight weigh(int quantity, int chancePercent) {
        return switch (this) {
            case ENQUIRY, CANCELLED -> Weight.NOTHING;
            case QUOTED -> new Weight(0, 0, chancePercent < 0 ? 0 : quantity * chancePercent * 10);
            case OPTION -> new Weight(0, quantity, chancePercent < 0 ? quantity * 1000 : quantity * chancePercent * 10);
            case CONFIRMED -> new Weight(-quantity, 0, 0);
        };
    }
}
