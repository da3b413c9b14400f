package eventkit.inventory;

import eventkit.testing.Api;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Assets for tests, registered as people do. */
@Component
class Register {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final DSLContext db;
    private final Warehouse warehouse;

    Register(DSLContext db, Warehouse warehouse) {
        this.db = db;
        this.warehouse = warehouse;
    }

    /** A serialised product with a number prefix of its own. */
    UUID product(String name) {
        var id = warehouse.product("SERIALISED", name, 1000L);
        db.execute("update catalogue.product set number_prefix = ? where id = ?", prefix(), id);
        return id;
    }

    static String prefix() {
        return "T" + COUNT.incrementAndGet();
    }

    String prefixOf(UUID product) {
        return db.fetchSingle("select number_prefix from catalogue.product where id = ?", product)
                .get(0, String.class);
    }

    static Map<String, Object> body(Object... pairs) {
        var body = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) body.put((String) pairs[i], pairs[i + 1]);
        return body;
    }

    static Api.Answer asset(Api api, UUID product, Object... more) {
        var body = body(more);
        body.put("productId", product);
        return api.post("/assets", body).expect(201);
    }

    static List<String> many(Api api, UUID product, int quantity, Object... more) {
        var body = body(more);
        body.put("productId", product);
        body.put("quantity", quantity);
        var ids = new ArrayList<String>();
        api.post("/assets/registrations", body)
                .expect(201)
                .json()
                .path("items")
                .forEach(i -> ids.add(i.path("id").asString()));
        return ids;
    }

    /** As another module leaves it: by the legal moves, whoever asks. */
    static String status(Api api, String id) {
        return api.get("/assets/" + id).expect(200).json().path("status").asString();
    }

    static String location(Api api, String kind, @org.jspecify.annotations.Nullable String parent, Object... more) {
        var body = body(more);
        body.put("kind", kind);
        body.putIfAbsent("name", kind + " " + Warehouse.running());
        if (parent != null) body.put("parentId", parent);
        return api.post("/locations", body).expect(201).id();
    }
}
