package eventkit.demo;

import java.util.List;
import java.util.UUID;

/** Who works there, as the audit trail names them. */
final class Staff {
    record Person(UUID id, String name, String email, String role) {}

    private final List<Person> people;

    Staff(List<Person> people) {
        this.people = people;
    }

    List<Person> all() {
        return people;
    }

    Person owner() {
        return first("OWNER");
    }

    /** Registers, sells, plans inspections. */
    Person inventory() {
        return first("INVENTORY_MANAGER");
    }

    Person planner() {
        return first("PLANNER");
    }

    /** One of those who scan, pack and repair. */
    Person warehouse(Dice dice) {
        return dice.pick(
                people.stream().filter(p -> p.role().equals("WAREHOUSE")).toList());
    }

    private Person first(String role) {
        return people.stream().filter(p -> p.role().equals(role)).findFirst().orElseThrow();
    }
}
