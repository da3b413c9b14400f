package eventkit.planning;

import eventkit.catalogue.Connector;
import eventkit.catalogue.Connector.Kind;
import eventkit.planning.Technical.Balance;
import eventkit.planning.Technical.Signals;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Signals, kind by kind: connections against cables, and who gives against who takes. The rules are those of docs/specs/technical.md. */
final class SignalCount {
    /** With more in or out it is a desk, a stage box, a splitter, of which nobody knows what is in use. */
    private static final int IN_USE_MAX = 4;

    private static final int OWN_OUTPUTS_MAX = 2;
    private static final int CHAINED_MAX = 2;

    private static final Pattern GENDER =
            Pattern.compile("\\b(male|female|männlich|weiblich|[mf])\\b|[(),]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PINS =
            Pattern.compile("(?:xlr|dmx)?[\\s-]*(\\d)[\\s-]*(?:pin|pol|p)[\\s-]*(?:xlr|dmx)?");

    /** One side of a kind: what it is made of. */
    private static final class Side {
        private long sum;
        private final List<Term> terms = new ArrayList<>();

        void add(TechnicalPiece p, long each) {
            if (each == 0) return;
            var sum = Saturating.times(p.pieces(), each);
            this.sum = Saturating.plus(this.sum, sum);
            terms.add(new Term(p.lineId(), p.name(), p.pieces(), BigDecimal.valueOf(each), BigDecimal.valueOf(sum)));
        }

        void addAll(Side other) {
            sum = Saturating.plus(sum, other.sum);
            terms.addAll(other.terms);
        }
    }

    private static final class Counted {
        private final String type;
        /** Connections that begin at what gives, that end at what takes, and that have no direction. */
        private final Side giving = new Side();

        private final Side taking = new Side();
        private final Side chained = new Side();
        private final Side cables = new Side();
        private final Side wantInput = new Side();
        private final Side wantOutput = new Side();
        private final Side inputs = new Side();
        private final Side outputs = new Side();
        private boolean hub;

        Counted(String type) {
            this.type = type;
        }

        Signals done() {
            var connections = new Side();
            // Without anything between them, what gives meets what takes at one cable.
            if (hub || giving.sum > taking.sum) connections.addAll(giving);
            if (hub || giving.sum <= taking.sum) connections.addAll(taking);
            connections.addAll(chained);
            return new Signals(
                    type, balance(connections, cables), balance(wantInput, inputs), balance(wantOutput, outputs));
        }

        private static Balance balance(Side wanted, Side there) {
            return new Balance(
                    wanted.sum,
                    there.sum,
                    Math.max(0, wanted.sum - there.sum),
                    Math.max(0, there.sum - wanted.sum),
                    wanted.terms,
                    there.terms);
        }
    }

    private final Map<String, Counted> kinds = new TreeMap<>();

    private SignalCount() {}

    static List<Signals> of(Collection<TechnicalPiece> pieces) {
        var count = new SignalCount();
        for (var p : pieces) {
            if (p.cable()) count.cable(p);
            else count.device(p);
        }
        return count.kinds.values().stream().map(Counted::done).toList();
    }

    /** A cable has two ends of one kind; an adapter takes one kind and gives another, and stands with both. */
    private void cable(TechnicalPiece p) {
        var takes = each(p, Kind.SIGNAL_IN);
        var gives = each(p, Kind.SIGNAL_OUT);
        each(p, Kind.DATA).forEach((key, end) -> kind(key, end).cables.add(p, Math.max(1, end.each / 2)));
        takes.forEach((key, end) -> {
            var back = gives.get(key);
            kind(key, end).cables.add(p, Math.max(end.each, back == null ? 0 : back.each));
            if (back != null && back.each == end.each) return;
            kind(key, end).inputs.add(p, end.each);
            kind(key, end).wantOutput.add(p, end.each);
        });
        gives.forEach((key, end) -> {
            var front = takes.get(key);
            if (front == null) kind(key, end).cables.add(p, end.each);
            if (front != null && front.each == end.each) return;
            kind(key, end).outputs.add(p, end.each);
            kind(key, end).wantInput.add(p, end.each);
        });
    }

    private void device(TechnicalPiece p) {
        var takes = each(p, Kind.SIGNAL_IN);
        var gives = each(p, Kind.SIGNAL_OUT);
        long in = sum(takes);
        long out = sum(gives);
        boolean between = in > 0 && out > 0;
        boolean hub = in > IN_USE_MAX || out > IN_USE_MAX;
        takes.forEach((key, end) -> {
            var kind = kind(key, end);
            kind.inputs.add(p, end.each);
            kind.hub |= hub;
            if (hub) return;
            kind.taking.add(p, end.each);
            kind.wantOutput.add(p, end.each);
        });
        gives.forEach((key, end) -> {
            var kind = kind(key, end);
            kind.outputs.add(p, end.each);
            kind.hub |= hub;
            if (hub || between && (out > OWN_OUTPUTS_MAX || takes.containsKey(key))) return;
            kind.giving.add(p, end.each);
            kind.wantInput.add(p, end.each);
        });
        each(p, Kind.DATA).forEach((key, end) -> {
            var kind = kind(key, end);
            if (end.each <= CHAINED_MAX) {
                kind.chained.add(p, 1);
                return;
            }
            kind.hub = true;
            kind.inputs.add(p, end.each);
            kind.outputs.add(p, end.each);
        });
    }

    /** Connectors of one kind at one piece. */
    private static final class End {
        private final String type;
        private long each;

        End(String type) {
            this.type = type;
        }
    }

    private static Map<String, End> each(TechnicalPiece p, Kind direction) {
        var ends = new TreeMap<String, End>();
        for (Connector c : p.connectors())
            if (c.kind() == direction)
                ends.computeIfAbsent(key(c.type()), k -> new End(c.type().strip())).each += c.count();
        return ends;
    }

    private static long sum(Map<String, End> ends) {
        return ends.values().stream().mapToLong(end -> end.each).sum();
    }

    private Counted kind(String key, End end) {
        return kinds.computeIfAbsent(key, k -> new Counted(end.type));
    }

    /** The same for all spellings of one kind; whether it is male or female follows from its direction. */
    static String key(String type) {
        var text = GENDER.matcher(type.strip().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        if (text.equals("xlr")) return "xlr3";
        var pins = PINS.matcher(text);
        return pins.matches() ? "xlr" + pins.group(1) : text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
