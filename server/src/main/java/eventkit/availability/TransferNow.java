package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import java.time.Instant;
import java.util.UUID;

/**
 * What a transfer takes from a warehouse, or brings to one, from a moment on: counted pieces or a fixed case.
 *
 * @param dispatched it has left: what it brings is certain, and late when it does not come
 */
record TransferNow(UUID transfer, String number, boolean dispatched, StockKey stock, long quantity, Instant at) {
    private static final long PIECES_MAX = 1_000_000_000L;

    Fact fact() {
        int pieces = (int) Math.clamp(quantity, -PIECES_MAX, PIECES_MAX);
        int from = Seconds.beginning(at);
        return new Fact(
                stock,
                pieces < 0 ? Reason.TRANSFER_OUT : Reason.TRANSFER_IN,
                SubjectKind.TRANSFER,
                transfer,
                number,
                from,
                Seconds.FOREVER,
                pieces < 0 || dispatched ? Weight.stock(pieces) : Weight.promised(pieces),
                Math.max(0, pieces),
                pieces < 0 ? 0 : from,
                null);
    }
}
