package eventkit.scanning;

import eventkit.core.Refusal;

/** The same scan arrived twice at the same moment; whoever sent it sends it again and gets the answer. */
public final class ScanUnderWay extends Refusal {
    private static final long serialVersionUID = 1L;

    public ScanUnderWay() {
        super(
                "scan-under-way",
                Kind.CONFLICT,
                "The same scan is being worked on by another request. Send it again; it counts once.");
    }
}
