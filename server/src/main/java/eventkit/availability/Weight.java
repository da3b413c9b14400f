package eventkit.availability;

/**
 * What a fact does to the three numbers while it holds.
 *
 * @param firm added to the firm number; negative takes
 * @param soft taken from the worst case besides
 * @param hundredths of a piece, taken from the expected case besides
 */
record Weight(int firm, int soft, int hundredths) {
    static final Weight NOTHING = new Weight(0, 0, 0);

    /** Stock that is promised by somebody but may not come: only the firm number counts on it. */
    static Weight promised(int quantity) {
        return new Weight(quantity, quantity, quantity * 100);
    }

    static Weight stock(int quantity) {
        return new Weight(quantity, 0, 0);
    }

    Weight negated() {
        return new Weight(-firm, -soft, -hundredths);
    }
}
