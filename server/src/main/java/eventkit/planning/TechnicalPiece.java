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
        @Nullable BigDecimal kilovoltAmperes) {

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
