package eventkit.planning;

import eventkit.catalogue.Connector;
import eventkit.planning.Technical.Sockets;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plugs against sockets, kind by kind. */
final class SocketCount {
    private static final class Kind {
        private final String type;
        private long plugs;
        private long sockets;
        private final List<Term> plugTerms = new ArrayList<>();
        private final List<Term> socketTerms = new ArrayList<>();

        Kind(String type) {
            this.type = type;
        }

        Sockets done() {
            return new Sockets(
                    type,
                    plugs,
                    sockets,
                    Math.max(0, plugs - sockets),
                    Math.max(0, sockets - plugs),
                    plugTerms,
                    socketTerms);
        }
    }

    private final Map<String, Kind> kinds = new TreeMap<>();

    private SocketCount() {}

    /** By kind. Where nothing plugs in, what comes out of the walls is of no interest. */
    static List<Sockets> of(Collection<TechnicalPiece> pieces, List<PowerSums.Supply> supplies) {
        var count = new SocketCount();
        for (var p : pieces) {
            for (var c : p.inlets()) count.add(c, p, true);
            for (var c : p.outlets()) count.add(c, p, false);
        }
        if (count.kinds.isEmpty()) return List.of();
        for (var s : supplies) {
            var kind = count.kind(s.connector());
            kind.sockets = Saturating.plus(kind.sockets, s.count());
            kind.socketTerms.add(term(null, s.name(), s.count(), 1));
        }
        return count.kinds.values().stream().map(Kind::done).toList();
    }

    private void add(Connector c, TechnicalPiece p, boolean plug) {
        var kind = kind(c.type());
        long many = Saturating.times(p.pieces(), c.count());
        if (plug) kind.plugs = Saturating.plus(kind.plugs, many);
        else kind.sockets = Saturating.plus(kind.sockets, many);
        (plug ? kind.plugTerms : kind.socketTerms).add(term(p.lineId(), p.name(), p.pieces(), c.count()));
    }

    private Kind kind(String type) {
        var plug = Plug.of(type);
        return kinds.computeIfAbsent(plug.key(), k -> new Kind(plug.type()));
    }

    private static Term term(@Nullable UUID lineId, String name, long pieces, long each) {
        return new Term(
                lineId, name, pieces, BigDecimal.valueOf(each), BigDecimal.valueOf(Saturating.times(pieces, each)));
    }
}
