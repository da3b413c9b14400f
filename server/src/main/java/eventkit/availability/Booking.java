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
 * @param scanned the very asset that went out, where whoever said so knew it
 * @param plannedFrom when it was to begin; of what is out or back that no list wants: {@link Seconds#ALWAYS}
 * @param plannedTo when it was to end
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
        Progress progress,
        @Nullable UUID scanned,
        int plannedFrom,
        int plannedTo) {
    /** The very asset it is about, if any: the one that went out, whichever was promised. */
    @Nullable
    UUID itself() {
        return scanned == null ? asset : scanned;
    }

    /** What is wanted, and has not gone out. */
    static Booking planned(
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
            Instant priorityAt) {
        return new Booking(
                owner,
                line,
                stock,
                quantity,
                from,
                to,
                asset,
                standing,
                chancePercent,
                optionUntil,
                priorityAt,
                Progress.PLANNED,
                null,
                from,
                to);
    }

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
                progress,
                scanned,
                plannedFrom,
                plannedTo);
    }

    Booking withPriority(Instant at) {
        return new Booking(
                owner,
                line,
                stock,
                quantity,
                from,
                to,
                asset,
                standing,
                chancePercent,
                optionUntil,
                at,
                progress,
                scanned,
                plannedFrom,
                plannedTo);
    }

    /** The same taken over another time. */
    Booking over(int begin, int end) {
        return real(begin, end, progress, scanned, plannedFrom, plannedTo);
    }

    private Booking real(int begin, int end, Progress come, @Nullable UUID item, int plannedBegin, int plannedEnd) {
        return new Booking(
                owner,
                line,
                stock,
                quantity,
                begin,
                end,
                asset,
                standing,
                chancePercent,
                optionUntil,
                priorityAt,
                come,
                item,
                plannedBegin,
                plannedEnd);
    }

    /** Out or back, and now wanted over that time: what is out is to be back at its end. */
    Booking wanted(int begin, int end) {
        boolean out = progress == Progress.OUT && from < end;
        return real(from, out ? end : to, progress, scanned, begin, end);
    }

    /** Out or back, and on no list any more. */
    Booking unwanted() {
        return progress == Progress.PLANNED ? this : real(from, to, progress, scanned, Seconds.ALWAYS, plannedTo);
    }

    /** It went out then. */
    Booking out(int second, @Nullable UUID item) {
        return real(Math.min(from, second), to, Progress.OUT, item, from, to);
    }

    /** It came back, and is free again then. */
    Booking back(int ready) {
        return real(Math.min(from, ready - 1), ready, Progress.BACK, scanned, plannedFrom, plannedTo);
    }

    /** It did not go out after all; none where nobody wanted it. */
    @Nullable
    Booking notOut() {
        return plannedFrom == Seconds.ALWAYS
                ? null
                : real(plannedFrom, plannedTo, Progress.PLANNED, null, plannedFrom, plannedTo);
    }

    /** It did not come back after all. */
    Booking notBack() {
        return real(from, Math.max(from + 1, plannedTo), Progress.OUT, scanned, plannedFrom, plannedTo);
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
