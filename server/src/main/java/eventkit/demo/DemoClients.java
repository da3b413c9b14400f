package eventkit.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;

/** Twelve clients with those who speak for them, from {@code demo/clients.txt}. */
final class DemoClients {
    private static final long SEED = 20_261_122;
    private final World world;
    private final Dice dice = new Dice(SEED);
    private final Diary diary;

    DemoClients(World world) {
        this.world = world;
        this.diary = new Diary(world.sheets.audit, dice);
    }

    void fill() {
        UUID client = null;
        int position = 0;
        for (var line : DemoLines.of("/demo/clients.txt")) {
            var of = line.fields();
            if (line.kind().equals("CLIENT")) {
                position = 0;
                var at = Days.office(Days.workday(world.days.ago(780 - 45 * world.clients.size())), dice);
                client = client(line, at);
            } else {
                var at = Days.at(world.days.ago(100), 9, 0);
                world.sheets.clientContacts.add(
                        dice.id(at),
                        java.util.Objects.requireNonNull(client),
                        position++,
                        of.get(0),
                        line.text(1),
                        line.text(2),
                        line.text(3),
                        of.get(4).equals("yes"));
            }
        }
    }

    private UUID client(DemoLines.Line line, Instant at) {
        var id = dice.id(at);
        var name = line.fields().getFirst();
        world.clients.add(new World.Client(id, name));
        world.sheets.clients.add(
                id,
                name,
                line.text(1),
                line.text(2),
                line.list(3),
                line.text(4),
                line.text(5),
                line.text(6),
                line.text(7),
                line.text(8),
                line.tags(9),
                line.text(10),
                at,
                at);
        diary.wrote(
                at,
                world.staff.planner(),
                "client",
                id,
                name,
                "created",
                1,
                "name",
                null,
                name,
                "code",
                null,
                line.text(1),
                "addressLines",
                null,
                new ArrayList<>(line.list(3)),
                "tags",
                null,
                new ArrayList<>(line.tags(9)));
        return id;
    }
}
