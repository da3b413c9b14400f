package eventkit.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the invented company's power and rigging things are wired: plugs and sockets, what hoists lift, what generators give. */
final class DemoPower {
    private static final String IN = "POWER_IN";
    private static final String OUT = "POWER_OUT";

    private record Wiring(String model, List<Map<String, Object>> connectors) {}

    /** By words of the model, the more special first. */
    private static final List<Wiring> WIRINGS = List.of(
            wiring("Distro 125 A", plug("CEE 125 A"), socket("CEE 63 A", 2), socket("CEE 32 A", 4)),
            wiring("Distro 63 A", plug("CEE 63 A"), socket("CEE 32 A", 2), socket("CEE 16 A", 2), socket("Schuko", 6)),
            wiring("Distro 32 A", plug("CEE 32 A"), socket("Schuko", 6)),
            wiring("PDU 32 A", plug("CEE 32 A"), socket("Socapex", 2)),
            wiring("QAS 60", socket("CEE 63 A", 1), socket("CEE 32 A", 2)),
            wiring("EU22i", socket("Schuko", 2)),
            wiring("5G35 125 A", plug("CEE 125 A"), socket("CEE 125 A", 1)),
            wiring("5G16 63 A", plug("CEE 63 A"), socket("CEE 63 A", 1)),
            wiring("5G4 32 A", plug("CEE 32 A"), socket("CEE 32 A", 1)),
            wiring("3G2.5 Schuko", plug("Schuko"), socket("Schuko", 1)),
            wiring("powerCON TRUE1 link", plug("powerCON TRUE1"), socket("powerCON TRUE1", 1)),
            wiring("Multicore 18", plug("Socapex"), socket("Socapex", 1)));

    private static final Map<String, Integer> LIFTS = Map.of(
            "Lodestar 1 t", 1_000,
            "Lodestar 500 kg", 500,
            "Lodestar 250 kg", 250,
            "RiggingLift D8+ 500 kg", 500,
            "D8 Plus 1000", 1_000,
            "Apex 1250", 1_250);
    private static final Map<String, Double> GIVES = Map.of("QAS 60", 60.0, "EU22i", 2.2);

    private DemoPower() {}

    private static Wiring wiring(String model, Connector... connectors) {
        var all = new ArrayList<Map<String, Object>>();
        for (var c : connectors) all.add(connector(c.kind(), c.type(), c.count()));
        return new Wiring(model, all);
    }

    private record Connector(String kind, String type, int count) {}

    private static Connector plug(String type) {
        return new Connector(IN, type, 1);
    }

    private static Connector socket(String type, int count) {
        return new Connector(OUT, type, count);
    }

    static Map<String, Object> connector(String kind, String type, int count) {
        var result = new LinkedHashMap<String, Object>();
        result.put("kind", kind);
        result.put("type", type);
        result.put("count", count);
        return result;
    }

    /** What the lighting catalogue names are plugs. */
    static List<Map<String, Object>> connectors(DemoProducts.Line line) {
        var named = line.text("power_connectors");
        if (named != null) {
            var plugs = new ArrayList<Map<String, Object>>();
            // either of several goes in, so only the first is needed
            plugs.add(connector(IN, named.split(";")[0].strip(), 1));
            return plugs;
        }
        for (var wiring : WIRINGS) if (line.model().contains(wiring.model())) return wiring.connectors();
        if (line.category().equals("Rigging/Chain hoists")) return List.of(connector(IN, "CEE 16 A", 1));
        return List.of();
    }

    static void attributes(DemoProducts.Line line, Map<String, Object> values) {
        var lifts = LIFTS.get(line.model());
        if (lifts != null) values.put("workingLoadLimitKilograms", lifts);
        var gives = GIVES.get(line.model());
        if (gives != null) values.put("apparentPowerKilovoltAmperes", gives);
    }
}
