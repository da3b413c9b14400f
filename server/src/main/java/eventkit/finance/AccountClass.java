package eventkit.finance;

/** What an account is to every rule, whatever the company calls it. */
public enum AccountClass {
    RECEIVABLE(Type.ASSET),
    BANK(Type.ASSET),
    STOCK(Type.ASSET),
    DEPOSIT(Type.LIABILITY),
    VAT(Type.LIABILITY),
    ACCRUED(Type.LIABILITY),
    EQUITY(Type.EQUITY),
    REVENUE(Type.REVENUE),
    COST(Type.EXPENSE),
    EXCHANGE(Type.EXPENSE);

    /** The five kinds of accounts that every bookkeeping knows. */
    public enum Type {
        ASSET,
        LIABILITY,
        EQUITY,
        REVENUE,
        EXPENSE
    }

    private final Type type;

    AccountClass(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }

    /** Whether its accounts belong to a group of the profit and loss. */
    public boolean grouped() {
        return this == REVENUE || this == COST;
    }
}
