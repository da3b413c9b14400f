package eventkit.planning;

import eventkit.catalogue.Connector;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So many pieces of one product in one line, with what arithmetic needs to know of it.
 *
 * @param cosPhi how much of the current works; 1 where nobody says otherwise
 * @param hoistKilograms what it lifts; null for what is no hoist
 * @param kilovoltAmperes what a generator gives; null where nobody says
 * @param counted whether it is kept as a quantity, as cables are, and not piece by piece
 * @param saidCable whether somebody said that it is a cable, or that it is none; null where nobody did
 */
record TechnicalPiece(
        UUID lineId,
        @Nullable UUID groupId,
        @Nullable String groupName,
        String name,
        long pieces,
        @Nullable BigDecimal weightGrams,
        @Nullable BigDecimal watts,
        List<Connector> connectors,
        BigDecimal cosPhi,
        @Nullable BigDecimal hoistKilograms,
        @Nullable BigDecimal kilovoltAmperes,
        boolean counted,
        @Nullable Boolean saidCable) {

    boolean draws() {
        return watts != null && watts.signum() > 0;
    }

    boolean generator() {
        return inlets().isEmpty() && !outlets().isEmpty();
    }

    /** It feeds several things and draws nothing by itself; with one socket it is a cable. */
    boolean distro() {
        return !draws()
                && !inlets().isEmpty()
                && outlets().stream().mapToInt(Connector::count).sum() > 1;
    }

    /** What draws an unknown amount: it plugs in and gives nothing on. */
    boolean drawsUnknown() {
        return watts == null && !inlets().isEmpty() && outlets().isEmpty();
    }

    /** For signals: it draws nothing and takes as much as it gives. What is kept piece by piece is a box or a loudspeaker, unless somebody says otherwise. */
    boolean cable() {
        if (saidCable != null) return saidCable;
        long in = ends(Connector.Kind.SIGNAL_IN);
        long out = ends(Connector.Kind.SIGNAL_OUT);
        long data = ends(Connector.Kind.DATA);
        return counted && !draws() && inlets().isEmpty() && in == out && data % 2 == 0 && in + data > 0;
    }

    private long ends(Connector.Kind kind) {
        return of(kind).stream().mapToLong(Connector::count).sum();
    }

    List<Connector> inlets() {
        return of(Connector.Kind.POWER_IN);
    }

    List<Connector> outlets() {
        return of(Connector.Kind.POWER_OUT);
    }

    private List<Connector> of(Connector.Kind kind) {
        return connectors.stream().filter(c -> c.kind() == kind).toList();
    }

    /** Its widest plug says how many phases it takes. */
    int phases() {
        return inlets().stream().mapToInt(c -> Plug.of(c.type()).phases()).max().orElse(1);
    }
}
