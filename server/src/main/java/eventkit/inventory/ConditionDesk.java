package eventkit.inventory;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConditionDesk implements ConditionList {
    private static final int NAME_MAX = 36;
    private final ConditionTable conditions;
    private final Audit audit;
    private final Ids ids;

    ConditionDesk(ConditionTable conditions, Audit audit, Ids ids) {
        this.conditions = conditions;
        this.audit = audit;
        this.ids = ids;
        Constraints.mean("condition_label_taken", ConditionTaken::new);
        Constraints.mean("condition_pkey", ConditionTaken::new);
        Constraints.mean("condition_in_use", ConditionInUse::new);
    }

    @Override
    public List<Condition> all() {
        return conditions.all();
    }

    @Override
    public Condition get(String name) {
        return conditions.find(name).orElseThrow(() -> new NotFound("condition", name));
    }

    @Override
    @Transactional
    public Condition create(Details details) {
        var d = checked(details);
        var name = name(d.label());
        var taken = conditions.names();
        var free = name;
        for (int i = 2; taken.contains(free); i++) free = name + "_" + i;
        conditions.insert(free, ids.next(), d);
        var created = get(free);
        audit.created(subject(created), Details.of(created));
        return created;
    }

    @Override
    @Transactional
    public Condition change(String name, Details details, IfMatch ifMatch) {
        var before = locked(name, ifMatch);
        var d = checked(details);
        if (before.builtIn() && d.usable() != before.usable()) throw new ConditionBuiltIn();
        if (d.equals(Details.of(before))) return before;
        conditions.update(name, d, before.version() + 1);
        var after = get(name);
        audit.changed(subject(after), after.version(), Details.of(before), Details.of(after));
        return after;
    }

    @Override
    @Transactional
    public void remove(String name, IfMatch ifMatch) {
        var before = locked(name, ifMatch);
        if (before.builtIn()) throw new ConditionBuiltIn();
        if (before.assets() > 0) throw new ConditionInUse();
        var subject = subject(before);
        conditions.delete(name);
        audit.removed(subject, before.version() + 1, Details.of(before));
    }

    private Condition locked(String name, IfMatch ifMatch) {
        var before = conditions.lock(name).orElseThrow(() -> new NotFound("condition", name));
        ifMatch.require(before.version(), audit, "condition", conditions.id(name));
        return before;
    }

    private static Details checked(Details d) {
        new Check()
                .required(d.label(), "label")
                .line(d.label(), "label", 100)
                .between(d.position(), "position", 0, 10_000)
                .orThrow();
        return new Details(d.label().strip(), d.usable(), d.position());
    }

    /** The label in capitals, as the API says it. */
    private static String name(String label) {
        var made = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        if (made.length() > NAME_MAX) made = made.substring(0, NAME_MAX);
        return made.isEmpty() ? "CONDITION" : made;
    }

    private Subject subject(Condition c) {
        return new Subject("condition", conditions.id(c.name()), c.label());
    }
}
