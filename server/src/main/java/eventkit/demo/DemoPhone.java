package eventkit.demo;

import eventkit.core.Ids;
import eventkit.scanning.Scan;
import eventkit.scanning.ScanKind;
import eventkit.scanning.Scans;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The phone that the warehouse of the demo scans with. */
@Component
final class DemoPhone {
    static final String APP = "demo";
    static final String ORIGIN = "http://localhost";
    private final Scans scans;
    private final Ids ids;
    private final Clock clock;

    DemoPhone(Scans scans, Ids ids, Clock clock) {
        this.scans = scans;
        this.ids = ids;
        this.clock = clock;
    }

    Scan forEvent(ScanKind kind, String number, UUID event, @Nullable String vehicle) {
        return read(kind, number, event, vehicle, null, null);
    }

    Scan counted(String number, UUID shelf, UUID sheet) {
        return read(ScanKind.COUNT, number, null, null, shelf, sheet);
    }

    private Scan read(
            ScanKind kind,
            String number,
            @Nullable UUID event,
            @Nullable String vehicle,
            @Nullable UUID location,
            @Nullable UUID sheet) {
        return new Scan(
                ids.next(),
                kind,
                clock.instant(),
                null,
                number,
                null,
                null,
                null,
                event,
                null,
                null,
                vehicle,
                null,
                null,
                location,
                null,
                null,
                null,
                null,
                null,
                sheet);
    }

    /** However many they are. */
    void send(List<Scan> told) {
        for (int i = 0; i < told.size(); i += Scans.AT_ONCE_MAX)
            scans.send(
                    new Scans.Batch(
                            clock.instant(), APP, told.subList(i, Math.min(told.size(), i + Scans.AT_ONCE_MAX))),
                    ORIGIN);
    }
}
