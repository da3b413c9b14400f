package eventkit.core;

import static eventkit.core.db.Tables.SAVED_VIEW;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters, columns and sort orders of lists that people keep under a name, for themselves or for everybody. */
@Component
public class SavedViews {
    /** @param query what the list's screen needs to show the view again; not looked into here, at most 20 kB */
    public record View(UUID id, String list, String name, JsonNode query, boolean shared, boolean own) {}

    public record Details(String list, String name, JsonNode query, boolean shared) {}

    private static final int QUERY_MAX = 20_000;
    private static final int VIEWS_MAX = 200;
    private final DSLContext db;
    private final Ids ids;
    private final JsonMapper json;
    private final Audit audit;

    SavedViews(DSLContext db, Ids ids, JsonMapper json, Audit audit) {
        this.db = db;
        this.ids = ids;
        this.json = json;
        this.audit = audit;
        Constraints.mean(
                "saved_view_owner_id_list_name_key",
                () -> new Refusal(
                        "view-name-taken",
                        Refusal.Kind.CONFLICT,
                        "You have a view of this name already. Choose another name."));
    }

    @SignedIn
    public List<View> of(String list) {
        var me = Callers.current().user();
        return db.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.LIST.eq(list))
                .and(SAVED_VIEW.OWNER_ID.eq(me).or(SAVED_VIEW.SHARED))
                .orderBy(SAVED_VIEW.NAME)
                .fetch(r -> new View(
                        r.getId(),
                        r.getList(),
                        r.getName(),
                        json.readTree(r.getQuery().data()),
                        r.getShared(),
                        r.getOwnerId().equals(me)));
    }

    @SignedIn
    @Transactional
    public View create(Details details) {
        check(details);
        var me = Callers.current().user();
        if (db.fetchCount(SAVED_VIEW, SAVED_VIEW.OWNER_ID.eq(me)) >= VIEWS_MAX) {
            throw new Refusal(
                    "too-many-views", Refusal.Kind.LIMIT, "You have " + VIEWS_MAX + " views. Remove one first.");
        }
        var id = ids.next();
        db.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.ID, id)
                .set(SAVED_VIEW.OWNER_ID, me)
                .set(SAVED_VIEW.LIST, details.list())
                .set(SAVED_VIEW.NAME, details.name().strip())
                .set(SAVED_VIEW.QUERY, JSONB.valueOf(json.writeValueAsString(details.query())))
                .set(SAVED_VIEW.SHARED, details.shared())
                .execute();
        audit.created(subject(id, details), details);
        return new View(id, details.list(), details.name().strip(), details.query(), details.shared(), true);
    }

    @SignedIn
    @Transactional
    public View change(UUID id, Details details) {
        check(details);
        var before = own(id);
        db.update(SAVED_VIEW)
                .set(SAVED_VIEW.NAME, details.name().strip())
                .set(SAVED_VIEW.QUERY, JSONB.valueOf(json.writeValueAsString(details.query())))
                .set(SAVED_VIEW.SHARED, details.shared())
                .where(SAVED_VIEW.ID.eq(id))
                .execute();
        audit.changed(subject(id, details), 1, before, details);
        return new View(id, details.list(), details.name().strip(), details.query(), details.shared(), true);
    }

    @SignedIn
    @Transactional
    public void remove(UUID id) {
        var before = own(id);
        db.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).execute();
        audit.removed(subject(id, before), 1, before);
    }

    /** Views of other people can be shown, never changed. */
    private Details own(UUID id) {
        return db.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id))
                .and(SAVED_VIEW.OWNER_ID.eq(Callers.current().user()))
                .forUpdate()
                .fetchOptional(r -> new Details(
                        r.getList(), r.getName(), json.readTree(r.getQuery().data()), r.getShared()))
                .orElseThrow(() -> new NotFound("view", id));
    }

    private static Subject subject(UUID id, Details details) {
        return new Subject("view", id, details.name().strip());
    }

    private static void check(Details details) {
        new Check()
                .required(details.list(), "list")
                .line(details.list(), "list", 50)
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .required(details.query(), "query")
                .that(
                        details.query() == null || details.query().toString().length() <= QUERY_MAX,
                        "query",
                        "too-long",
                        "This view is too large to keep.")
                .orThrow();
        if (details.shared()) Callers.current().mustHave(Permission.VIEW_SHARE);
    }
}
