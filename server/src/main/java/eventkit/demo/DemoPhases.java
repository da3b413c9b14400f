package eventkit.demo;

import eventkit.planning.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a job came to where it is: each phase at an hour at which somebody would have said so, none before the one it follows, none that is yet to come. */
final class DemoPhases {
    record Move(Phase to, Instant at) {}

    private static final int MINUTES_BETWEEN = 10;
    /** After its equipment came back. */
    static final int BILLED_WITHIN_DAYS = 6;

    private final Days days;
    private final Dice dice;

    DemoPhases(Days days, Dice dice) {
        this.days = days;
        this.dice = dice;
    }

    /** Nobody closes a job that is not billed yet. */
    static LocalDate closableFrom(LocalDate end) {
        return Days.nextWorkday(end.plusDays(1).plusDays(BILLED_WITHIN_DAYS));
    }

    /**
     * The first is the enquiry, the last is where the job stands today.
     *
     * @param entered when it was written down
     * @param decided when the client said yes, or no, or has last been heard of
     */
    List<Move> of(Job job, Instant entered, Instant decided) {
        var last = Phase.valueOf(job.phase());
        var moves = new ArrayList<Move>();
        moves.add(new Move(Phase.ENQUIRY, entered));
        if (last == Phase.ENQUIRY) return moves;
        for (var phase : Phase.values()) {
            if (phase == Phase.ENQUIRY || phase.compareTo(last) > 0) continue;
            if (last == Phase.CANCELLED && phase != Phase.QUOTED && phase != last) continue;
            var earliest = moves.getLast().at().plusSeconds(60 * MINUTES_BETWEEN);
            var at = said(phase, job, entered, decided, last);
            moves.add(new Move(phase, at.isBefore(earliest) ? earliest : at));
        }
        return moves;
    }

    private Instant said(Phase phase, Job job, Instant entered, Instant decided, Phase last) {
        var start = job.start();
        var back = job.end().plusDays(1);
        return switch (phase) {
            case ENQUIRY -> entered;
            case QUOTED -> last == Phase.QUOTED ? decided : between(entered, decided);
            case CONFIRMED, CANCELLED -> decided;
            case PREP -> Days.at(Days.workday(earlier(start.minusDays(2))), 9, dice.below(60));
            case LOAD_OUT -> Days.at(start, 7, 20);
            case ON_SITE -> Days.at(start, 13, 20);
            case LOAD_IN -> Days.at(back, 8, 30);
            case DE_PREP -> Days.at(back, 12, 50);
            case CLOSED -> {
                var day = closableFrom(job.end().plusDays(dice.below(4)));
                yield Days.at(days.past(day) ? day : closableFrom(job.end()), 16, dice.below(60));
            }
        };
    }

    /** A day or two after it was asked for, or sooner. */
    private Instant between(Instant entered, Instant decided) {
        var day = LocalDate.ofInstant(entered, Days.ZONE);
        var at = Days.at(Days.nextWorkday(day.plusDays(dice.below(3))), 11, dice.below(60));
        return at.isBefore(decided) ? at : entered;
    }

    private LocalDate earlier(LocalDate day) {
        var yesterday = days.ago(1);
        return day.isAfter(yesterday) ? yesterday : day;
    }
}
