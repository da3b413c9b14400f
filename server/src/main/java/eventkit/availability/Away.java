package eventkit.availability;

/**
 * Pieces that are not here and were to be at a second: when that has passed they are late.
 *
 * @param until when they stop counting in any case; {@link Seconds#FOREVER} for what is ours
 * @param certain without it the worst case never counted on them
 */
record Away(int quantity, int dueBack, int until, boolean certain) {
    Away(int quantity, int dueBack) {
        this(quantity, dueBack, Seconds.FOREVER, true);
    }

    /** What a row with such a weight over {@code [from, to)} says; what is awaited from its beginning on never counted after its end. */
    static Away of(int quantity, int dueBack, int from, int to, int soft) {
        return new Away(quantity, dueBack, dueBack == from ? to : Seconds.FOREVER, soft == 0);
    }

    /** What is missing while it is late. */
    Weight missing() {
        return (certain ? Weight.stock(quantity) : Weight.promised(quantity)).negated();
    }
}
