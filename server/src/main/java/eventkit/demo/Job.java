package eventkit.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Something the company's equipment went out for, or is to.
 *
 * @param end its last day on site
 * @param phase how far it has come, as the modules name it
 * @param units what went out, or is reserved
 */
record Job(UUID id, String name, LocalDate start, LocalDate end, String phase, List<Unit> units) {
    Job(UUID id, String name, LocalDate start, LocalDate end, String phase) {
        this(id, name, start, end, phase, new ArrayList<>());
    }

    /** As the register names what an asset is out for. */
    String reference() {
        return "event:" + id;
    }
}
