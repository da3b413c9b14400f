package eventkit.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What breaks, what it is called, what was done. */
record Fault(String category, String severity, String found, String done) {
    /** What an inspection found. */
    static final Fault FAILED =
            new Fault("Inspection", "HIGH", "Failed the inspection", "Cable replaced, tested again");

    private static final Map<String, List<Fault>> FAULTS = Map.of(
            "Audio",
            List.of(
                    new Fault(
                            "Connector",
                            "MEDIUM",
                            "Signal drops when the connector is moved",
                            "Connector replaced and tested"),
                    new Fault("Mechanical", "LOW", "Grille dented", "Grille replaced"),
                    new Fault(
                            "Electronics",
                            "HIGH",
                            "No output on one channel",
                            "Output stage replaced, measured, run for an hour"),
                    new Fault("Noise", "MEDIUM", "Hums as soon as it is powered", "Earth wire resoldered")),
            "Lighting",
            List.of(
                    new Fault(
                            "Motor", "MEDIUM", "Pan does not find its home position", "Belt replaced, sensor cleaned"),
                    new Fault("Light source", "HIGH", "No light, fan runs", "Light source replaced, hours set back"),
                    new Fault("Data", "LOW", "DMX input loose", "Input board fixed with new screws"),
                    new Fault("Display", "LOW", "Display stays dark", "Ribbon cable replaced"),
                    new Fault("Optics", "MEDIUM", "Colour wheel stuck", "Wheel cleaned and aligned")),
            "Rigging",
            List.of(
                    new Fault("Wear", "HIGH", "Chain shows wear", "Chain replaced, load test passed"),
                    new Fault(
                            "Mechanical",
                            "CRITICAL",
                            "Limit switch does not stop the hoist",
                            "Limit switch replaced, tested ten times"),
                    new Fault(
                            "Bent", "HIGH", "Brace bent after a push with the forklift", "Brace welded by the maker")),
            "Power",
            List.of(
                    new Fault(
                            "Protection",
                            "HIGH",
                            "Residual current device trips without load",
                            "Device replaced, trip time measured"),
                    new Fault("Socket", "CRITICAL", "Socket scorched", "Socket and wiring replaced"),
                    new Fault("Housing", "LOW", "Cover cracked", "Cover replaced")),
            "Lighting control",
            List.of(
                    new Fault("Controls", "MEDIUM", "A fader jumps", "Fader replaced and calibrated"),
                    new Fault("Display", "MEDIUM", "Touch screen drifts", "Screen calibrated, film replaced")));

    static List<Fault> of(World.Product product) {
        return Objects.requireNonNull(FAULTS.get(product.line().category().split("/", -1)[0]));
    }
}
