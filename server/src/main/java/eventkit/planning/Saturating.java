package eventkit.planning;

/** Sums of what no company has: a list of nonsense has a nonsensical sum, but it has one. None of the numbers is below zero. */
final class Saturating {
    private Saturating() {}

    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
