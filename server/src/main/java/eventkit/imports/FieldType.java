package eventkit.imports;

import java.util.List;

/** What a cell of a field says. */
public enum FieldType {
    LINE,
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    MONEY,
    CURRENCY,
    COUNTRY,
    WEB,
    CHOICE,
    /** Several, between semicolons. */
    LIST,
    /** Names from the root down, between {@code >} or {@code /}; or a code. */
    PATH,
    /** {@code key=value} between semicolons. */
    PAIRS,
    WEIGHT("g", "kg", "t", "oz", "lb"),
    LENGTH("mm", "cm", "m", "in", "ft"),
    POWER("W", "kW", "MW");

    private final List<String> units;

    FieldType(String... units) {
        this.units = List.of(units);
    }

    /** The first is the one that is stored. */
    public List<String> units() {
        return units;
    }
}
