package eventkit.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What something says about a stock over time.
 *
 * @param label what people call the subject
 * @param from {@link Seconds#ALWAYS} where it has no beginning
 * @param to {@link Seconds#FOREVER} where it has no end
 * @param late pieces that are to be there, or there again, from {@code lateFrom} on; none: 0; below zero as in {@link Away}
 * @param keptFor the only owner whose demand it serves
 */
record Fact(
        StockKey stock,
        Reason reason,
        SubjectKind kind,
        UUID subject,
        String label,
        int from,
        int to,
        Weight weight,
        int late,
        int lateFrom,
        @Nullable UUID keptFor) {
    enum SubjectKind {
        ASSET,
        LEVEL,
        CASE,
        REPAIR,
        TRANSFER,
        SUB_HIRE,
        PLANNED
    }

    static Fact of(
            StockKey stock, Reason reason, SubjectKind kind, UUID subject, String label, int from, int to, int firm) {
        return new Fact(stock, reason, kind, subject, label, from, to, Weight.stock(firm), 0, 0, null);
    }

    /** The same, and what is to be back at its end is late when it is not. */
    Fact dueBack() {
        return new Fact(stock, reason, kind, subject, label, from, to, weight, Math.abs(weight.firm()), to, keptFor);
    }

    private Away away() {
        return Away.of(late, lateFrom, from, to, weight.soft());
    }

    List<Effect> begin(int stock) {
        var effects = new ArrayList<Effect>(2);
        effects.add(new Effect.Weighs(stock, from, to, weight));
        if (late != 0) effects.add(new Effect.GoesOut(stock, away()));
        return effects;
    }

    List<Effect> end(int stock) {
        var effects = new ArrayList<Effect>(2);
        effects.add(new Effect.Weighs(stock, from, to, weight.negated()));
        if (late != 0) effects.add(new Effect.ComesBack(stock, away()));
        return effects;
    }
}
