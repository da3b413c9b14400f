package eventkit.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a demand as it weighs on one stock.
 *
 * @param stock the stock's number
 * @param to {@link Seconds#FOREVER} for what is used up
 * @param asset a promise of this one and no other
 * @param chancePercent below zero when nobody said
 * @param progress how far it has come in reality
 */
record Booking(
        UUID owner,
        UUID line,
        int stock,
        int quantity,
        int from,
        int to,
        @Nullable UUID asset,
        Standing standing,
        int chancePercent,
        @Nullable Instant optionUntil,
        Instant priorityAt,
        Progress progress) {
    Booking withQuantity(int pieces) {
        return new Booking(
                owner,
                line,
                stock,
                pieces,
                from,
                to,
                asset,
                standing,
                chancePercent,
                optionUntil,
                priorityAt,
                progress);
    }

    Booking withPriority(Instant at) {
        return new Booking(
                owner, line, stock, quantity, from, to, asset, standing, chancePercent, optionUntil, at, progress);
    }

    /** Out, and was to be back by then. */
    boolean late(Moment moment) {
        return progress == Progress.OUT && to != Seconds.FOREVER && to <= moment.now();
    }

    /** Until when it is taken: what is late, until the horizon. */
    int takenUntil(Moment moment) {
        return late(moment) ? Math.max(to, moment.lateUntil()) : to;
    }

    List<Effect> begin() {
        return effects(standing.weigh(quantity, chancePercent), true);
    }

    List<Effect> end() {
        return effects(standing.weigh(quantity, chancePercent).negated(), false);
    }

    private List<Effect> effects(Weight weight, boolean begins) {
        var effects = new ArrayList<Effect>(2);
        if (!weight.equals(Weight.NOTHING)) effects.add(new Effect.Weighs(stock, from, to, weight));
        if (progress == Progress.OUT && to != Seconds.FOREVER) {
            var out = new Away(quantity, to);
            effects.add(begins ? new Effect.GoesOut(stock, out) : new Effect.ComesBack(stock, out));
        }
        return effects;
    }
}
