package eventkit.labels;

/** A rectangle in millimetres, y downwards. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    Box shifted(double byX, double byY) {
        return new Box(x + byX, y + byY, width, height);
    }

    Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    boolean overlaps(Box other) {
        double touch = 1e-6;
        return x < other.right() - touch
                && other.x < right() - touch
                && y < other.bottom() - touch
                && other.y < bottom() - touch;
    }

    boolean contains(Box other) {
        double touch = 1e-6;
        return other.x >= x - touch
                && other.y >= y - touch
                && other.right() <= right() + touch
                && other.bottom() <= bottom() + touch;
    }
}
