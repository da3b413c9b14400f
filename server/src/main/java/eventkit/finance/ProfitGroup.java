package eventkit.finance;

/** By what an event earns and what it costs: the lines of its profit and loss. */
public enum ProfitGroup {
    EQUIPMENT,
    CREW,
    TRANSPORT,
    SUB_HIRE,
    CONSUMABLES,
    DAMAGE,
    LOSS,
    OTHER
}
