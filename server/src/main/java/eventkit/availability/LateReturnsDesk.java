package eventkit.availability;

import static eventkit.availability.db.Tables.SETTING;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Subject;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

@Service
class LateReturnsDesk implements LateReturns {
    /** There is one setting, so it needs no id of its own. */
    private static final UUID ONLY = new UUID(0, 0);

    private static final String KIND = "late-returns";

    private final DSLContext db;
    private final Audit audit;

    LateReturnsDesk(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Override
    public Setting get() {
        return read(false);
    }

    private Setting read(boolean lock) {
        var query = db.selectFrom(SETTING);
        var row = Objects.requireNonNull(lock ? query.forUpdate().fetchOne() : query.fetchOne());
        return new Setting(Kind.valueOf(row.getHorizon()), row.getHorizonDays(), row.getVersion());
    }

    @Override
    public Setting change(Change change, IfMatch ifMatch) {
        var before = read(true);
        ifMatch.require(before.version(), audit, KIND, ONLY);
        var check = new Check().required(change.horizon(), "horizon").between(change.days(), "days", 1, 365);
        if (change.horizon() == Kind.DAYS) check.required(change.days(), "days");
        check.orThrow();
        int days = change.days() == null ? before.days() : change.days();
        var after = new Setting(Objects.requireNonNull(change.horizon()), days, before.version() + 1);
        db.update(SETTING)
                .set(SETTING.HORIZON, after.horizon().name())
                .set(SETTING.HORIZON_DAYS, after.days())
                .set(SETTING.VERSION, after.version())
                .execute();
        audit.changed(new Subject(KIND, ONLY, "Late returns"), after.version(), before, after);
        return after;
    }
}
