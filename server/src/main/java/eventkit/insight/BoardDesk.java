package eventkit.insight;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BoardDesk implements Boards {
    private static final int DAYS_MAX = 366;
    private static final int ROLES_MAX = 100;
    private final BoardRows rows;
    private final FillsWidgets fills;
    private final HomeDesk home;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    BoardDesk(BoardRows rows, FillsWidgets fills, HomeDesk home, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.fills = fills;
        this.home = home;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("board_name_taken", BoardNameTaken::new);
    }

    @Override
    public Shown show(@Nullable UUID id) {
        var caller = Callers.current();
        var me = caller.user();
        var boards = rows.seenBy(me);
        var wanted = id != null
                ? id
                : boards.stream().filter(Named::own).map(Named::id).findFirst().orElse(null);
        var board = wanted == null ? null : seen(wanted);
        var widgets = board == null ? StandardBoard.of(caller.permissions()) : board.widgets();
        return new Shown(board, fills.fill(widgets), boards, home.mine(caller), rows.unfurnished());
    }

    @Override
    public Board get(UUID id) {
        return seen(id);
    }

    private Board seen(UUID id) {
        return rows.find(id, Callers.current().user()).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Board create(Details given) {
        var me = Callers.current().user();
        var details = checked(given);
        new Check()
                .that(
                        rows.countOf(me) < BOARDS_MAX,
                        "name",
                        "too-many",
                        "You have " + BOARDS_MAX + " boards. Remove one first.")
                .orThrow();
        if (rows.named(me, details.name(), null)) throw new BoardNameTaken();
        var id = ids.next();
        rows.insert(id, me, details, clock.instant());
        var made = seen(id);
        audit.created(made.subject(), details);
        return made;
    }

    @Override
    @Transactional
    public Board change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given);
        if (details.equals(Details.of(before))) return before;
        if (rows.named(Callers.current().user(), details.name(), id)) throw new BoardNameTaken();
        rows.update(id, details, clock.instant());
        var after = seen(id);
        audit.changed(after.subject(), after.version(), Details.of(before), Details.of(after));
        return after;
    }

    @Override
    @Transactional
    public Board share(UUID id, Sharing sharing, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        new Check().size(sharing.roles(), "roles", ROLES_MAX).orThrow();
        var now = new Sharing(
                sharing.everybody(),
                sharing.roles().stream().distinct().sorted().toList());
        new Check()
                .that(rows.areRoles(now.roles()), "roles", "unknown", "There is no such role.")
                .orThrow();
        var was = new Sharing(before.everybody(), before.roles());
        if (now.equals(was)) return before;
        rows.share(id, now.everybody(), now.roles(), clock.instant());
        var after = seen(id);
        audit.changed(after.subject(), "shared", after.version(), was, now);
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        rows.delete(id);
        audit.removed(before.subject(), before.version(), Details.of(before));
    }

    private Board lock(UUID id, IfMatch ifMatch) {
        var board = rows.lockOwn(id, Callers.current().user()).orElseThrow(() -> new NotFound(KIND, id));
        ifMatch.require(board.version(), audit, KIND, id);
        return board;
    }

    private Details checked(Details given) {
        var name = given.name() == null ? "" : given.name().strip();
        var check = new Check()
                .required(name, "name")
                .line(name, "name", 100)
                .size(given.widgets(), "widgets", WIDGETS_MAX);
        var widgets = new ArrayList<Widget>();
        var known = new HashSet<UUID>();
        for (int i = 0; i < given.widgets().size(); i++) {
            var field = "widgets[" + i + "]";
            var one = given.widgets().get(i);
            check.required(one, field);
            if (one == null) continue;
            check.required(one.kind(), field + ".kind").required(one.size(), field + ".size");
            var settings = one.settings() == null ? Widget.Settings.NONE : one.settings();
            check.between(settings.days(), field + ".settings.days", 1, DAYS_MAX);
            var id = one.id() == null ? ids.next() : one.id();
            check.that(known.add(id), field + ".id", "repeated", "Each widget has an id of its own.");
            widgets.add(new Widget(id, one.kind(), one.size(), settings));
        }
        check.orThrow();
        return new Details(name, List.copyOf(widgets));
    }
}
