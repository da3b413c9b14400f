package eventkit.availability;

/** What somebody was promised and there is not: others were confirmed before, or stock went away since. */
public record Shortfall(Owner owner, Shortage shortage) {}
