package eventkit.imports;

/** Gives one row to the module whose it is; throws a refusal where the row can not be. */
interface RowTaker {
    enum Taken {
        CREATED,
        UPDATED,
        EXISTING
    }

    Taken take(Values row);

    /** What the takers of one kind do; a bean each. */
    interface Kind {
        ImportKind kind();

        /** For one run; may remember what it looked up, until {@link #forget} would be needed: lookups live as long as a transaction. */
        RowTaker taker(Mapping mapping);
    }
}
