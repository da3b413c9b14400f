package eventkit.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How signals go in and out of the invented company's things. */
final class DemoSignals {
    private static final String IN = "SIGNAL_IN";
    private static final String OUT = "SIGNAL_OUT";
    private static final String DATA = "DATA";
    private static final String XLR = "XLR 3-pin";
    private static final String DMX = "DMX 5-pin";

    private record Wiring(String words, List<Map<String, Object>> connectors) {}

    /** By words of the category and model, the more special first. */
    private static final List<Wiring> WIRINGS = List.of(
            wiring("Signal/Cable XLR 3-pin", one(IN, XLR), one(OUT, XLR)),
            wiring("Signal/Cable DMX 5-pin", one(IN, DMX), one(OUT, DMX)),
            wiring("Signal/Cable etherCON", some(DATA, "etherCON", 2)),
            wiring("Signal/Cable opticalCON", some(DATA, "opticalCON QUAD", 2)),
            wiring("Signal/Cable speakON NL4", one(IN, "speakON NL4"), one(OUT, "speakON NL4")),
            wiring("Signal/Cable speakON NL8", one(IN, "speakON NL8"), one(OUT, "speakON NL8")),
            wiring("Audio/Microphones ", one(OUT, XLR)),
            wiring("Audio/Wireless ULXD4Q", some(OUT, XLR, 4), some(DATA, "etherCON", 2)),
            wiring("Audio/Wireless AD4Q", some(OUT, XLR, 4), some(DATA, "etherCON", 2)),
            wiring("Audio/Wireless EM 6000", some(OUT, XLR, 2)),
            wiring("Audio/Wireless PSM 1000 P10T", some(IN, XLR, 4)),
            wiring("Audio/Loudspeakers UPJ-1P", one(IN, XLR), one(OUT, XLR)),
            wiring("Audio/Loudspeakers 8030C", one(IN, XLR)),
            wiring("Audio/Loudspeakers K2", one(IN, "speakON NL8")),
            wiring("Audio/Loudspeakers ", one(IN, "speakON NL4"), one(OUT, "speakON NL4")),
            wiring("Audio/Amplifiers ", some(IN, XLR, 4), some(OUT, "speakON NL4", 4)),
            wiring("Audio/Consoles Rio3224-D2", some(IN, XLR, 32), some(OUT, XLR, 16), some(DATA, "etherCON", 2)),
            wiring("Audio/Consoles ", some(IN, XLR, 16), some(OUT, XLR, 8), some(DATA, "etherCON", 2)),
            wiring("Audio/Processing J48", one(IN, "Jack 6.3 mm"), one(OUT, XLR)),
            wiring("Audio/Processing JDI", one(IN, "Jack 6.3 mm"), one(OUT, XLR)),
            wiring("Audio/Processing AR-133", one(IN, "Jack 6.3 mm"), one(OUT, XLR)),
            wiring("Audio/Processing ProD2", some(IN, "Jack 6.3 mm", 2), some(OUT, XLR, 2)),
            wiring("Audio/Processing LM 44", some(IN, XLR, 4), some(OUT, XLR, 4)),
            wiring("Lighting control/Consoles ", some(OUT, DMX, 6), some(DATA, "etherCON", 2)),
            wiring("Lighting control/Nodes LumiNode 12", some(OUT, DMX, 12), some(DATA, "etherCON", 2)),
            wiring("Lighting control/Nodes GigaCore 14R", some(DATA, "etherCON", 14)),
            wiring("Lighting control/Nodes XSR-115", one(IN, DMX), some(OUT, DMX, 5)));

    private DemoSignals() {}

    @SafeVarargs
    private static Wiring wiring(String words, Map<String, Object>... connectors) {
        return new Wiring(words, List.of(connectors));
    }

    private static Map<String, Object> one(String kind, String type) {
        return some(kind, type, 1);
    }

    private static Map<String, Object> some(String kind, String type, int count) {
        return DemoPower.connector(kind, type, count);
    }

    /** What the lighting catalogue names is where DMX goes in and through; of several either does. */
    static List<Map<String, Object>> connectors(DemoProducts.Line line) {
        var named = line.text("dmx_connector");
        if (named != null) {
            var result = new ArrayList<Map<String, Object>>();
            if (named.contains("5-pin")) result.add(some(DATA, DMX, 2));
            else if (named.contains("3-pin")) result.add(some(DATA, "DMX 3-pin", 2));
            return result;
        }
        var words = line.category() + " " + line.model();
        for (var wiring : WIRINGS) if (words.startsWith(wiring.words())) return wiring.connectors();
        return List.of();
    }
}
