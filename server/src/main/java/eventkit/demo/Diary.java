package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail of the past, in the form in which {@code core.Audit} writes the present. */
final class Diary {
    private final Rows rows;
    private final Dice dice;

    Diary(Rows rows, Dice dice) {
        this.rows = rows;
        this.dice = dice;
    }

    /** @param changes field, old, now, field, old, now; what was and is nothing is left out */
    void wrote(
            Instant at,
            Person who,
            String kind,
            UUID id,
            String label,
            String action,
            long version,
            @Nullable Object... changes) {
        var list = new ArrayList<Object>();
        for (int i = 0; i < changes.length; i += 3) {
            if (changes[i + 1] == null && changes[i + 2] == null) continue;
            list.add(Json.object("field", changes[i], "old", changes[i + 1], "now", changes[i + 2]));
        }
        rows.add(dice.id(at), at, who.id(), who.name(), "WEB", kind, id, label, action, version, Json.of(list));
    }
}
