package eventkit.finance;

import static eventkit.finance.db.Tables.CLIENT_SEEN;
import static eventkit.finance.db.Tables.DEAL_SEEN;
import static eventkit.finance.db.Tables.EVENT_SEEN;
import static eventkit.finance.db.Tables.QUOTE_SEEN;

import eventkit.core.Check;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what money is about is there. */
@Component("financeSeen")
class Seen {
    private final DSLContext db;

    Seen(DSLContext db) {
        this.db = db;
    }

    void client(Check check, @Nullable UUID id, String field) {
        check.known(db, CLIENT_SEEN.ID, id, field, "There is no such client.");
    }

    void event(Check check, @Nullable UUID id, String field) {
        check.known(db, EVENT_SEEN.ID, id, field, "There is no such event.");
    }

    void quote(Check check, @Nullable UUID id, String field) {
        check.known(db, QUOTE_SEEN.ID, id, field, "There is no such quote.");
    }

    void deal(Check check, @Nullable UUID id, String field) {
        check.known(db, DEAL_SEEN.ID, id, field, "There is no such deal.");
    }
}
