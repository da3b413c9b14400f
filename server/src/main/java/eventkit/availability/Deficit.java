package eventkit.availability;

/** A stretch {@code [from, to)} in which {@code quantity} pieces are lacking at the worst moment. */
record Deficit(int from, int to, int quantity) {}
