package eventkit.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured line: {@code figure | ours | comparison | ratio | bar | holds}.
 *
 * @param bar in words, "-" where the figure is only stated
 * @param holds null where there is no bar
 */
record Figure(
        String name,
        String ours,
        String comparison,
        String ratio,
        String bar,
        @Nullable Boolean holds) {

    static Figure stated(String name, String ours) {
        return new Figure(name, ours, "-", "-", "-", null);
    }

    static Figure beside(String name, double ours, double theirs, String unit) {
        return new Figure(name, number(ours) + unit, number(theirs) + unit, number(ours / theirs), "-", null);
    }

    /** Holds where ours is at most the bar. */
    static Figure atMost(String name, double ours, double bar, String unit) {
        return new Figure(name, number(ours) + unit, "-", "-", "<= " + number(bar) + unit, ours <= bar);
    }

    /** Holds where ours is at most the bar, whatever theirs is. */
    static Figure atMost(String name, double ours, double theirs, double bar, String unit) {
        return new Figure(
                name,
                number(ours) + unit,
                number(theirs) + unit,
                number(ours / theirs),
                "<= " + number(bar) + unit,
                ours <= bar);
    }

    /** Holds where ours divided by theirs is at most the bar. */
    static Figure ratioAtMost(String name, double ours, double theirs, String unit, double bar) {
        double ratio = ours / theirs;
        return new Figure(
                name, number(ours) + unit, number(theirs) + unit, number(ratio), "<= " + number(bar), ratio <= bar);
    }

    /** Holds where ours divided by theirs is at least the bar. */
    static Figure ratioAtLeast(String name, double ours, double theirs, String unit, double bar) {
        double ratio = ours / theirs;
        return new Figure(
                name, number(ours) + unit, number(theirs) + unit, number(ratio), ">= " + number(bar), ratio >= bar);
    }

    String line() {
        var verdict = holds == null ? "-" : holds ? "holds" : "short";
        return String.join(" | ", name, ours, comparison, ratio, bar, verdict);
    }

    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1000 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f", value);
    }
}
