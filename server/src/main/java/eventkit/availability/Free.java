package eventkit.availability;

/**
 * How many pieces are free at every moment of a period (rule 3). Below zero is a shortage.
 *
 * @param firm against what is confirmed
 * @param worst against what is confirmed and every option, without what may not come
 * @param expected against what is confirmed and everything else as far as it is probable, rounded down
 */
public record Free(int firm, int worst, int expected) {}
