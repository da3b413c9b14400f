package eventkit.quoting;

/** What a percentage is taken of: what is left of these lines after all discounts. */
public enum PercentOf {
    EQUIPMENT,
    /** Every line but other percentages. */
    ALL
}
