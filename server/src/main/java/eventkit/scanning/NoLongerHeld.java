package eventkit.scanning;

/** Fewer pieces are held than are given back: what took them was refused after all. */
final class NoLongerHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLongerHeld() {
        super("fewer pieces are held than are given back");
    }
}
