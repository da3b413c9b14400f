package eventkit.bench;

/** @param quick true: small and short, to see that a benchmark works; its figures prove nothing */
record Options(boolean quick) {
    int count(int full, int quickly) {
        return quick ? quickly : full;
    }

    double seconds(double full, double quickly) {
        return quick ? quickly : full;
    }
}
