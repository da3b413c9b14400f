package eventkit.availability;

/**
 * Pieces that are not here and were to be at a second: when that has passed they are late.
 *
 * @param quantity below zero for pieces that somebody has who is late, and that nobody could have had anyhow: they are missed once
 * @param from when they are missed while they are late
 * @param until when they stop counting in any case; {@link Seconds#FOREVER} for what is ours
 * @param certain without it the worst case never counted on them
 */
record Away(int quantity, int dueBack, int from, int until, boolean certain) {
    Away(int quantity, int dueBack) {
        this(quantity, dueBack, dueBack, Seconds.FOREVER, true);
    }

    /** What a row with such a weight over {@code [from, to)} says; what is awaited from its beginning on never counted after its end. */
    static Away of(int quantity, int dueBack, int from, int to, int soft) {
        if (quantity < 0) return new Away(quantity, dueBack, Math.max(from, dueBack), to, true);
        return new Away(quantity, dueBack, dueBack, dueBack == from ? to : Seconds.FOREVER, soft == 0);
    }

    /** What is missing while it is late. */
    Weight missing() {
        return (certain ? Weight.stock(quantity) : Weight.promised(quantity)).negated();
    }
}
