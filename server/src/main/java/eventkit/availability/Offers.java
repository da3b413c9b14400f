package eventkit.availability;

import eventkit.catalogue.ProductId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** All SQL of what is to come and in no register. */
@Component
final class Offers {
    private static final String SELECT = """
            select id, kind, label, product_id, warehouse_id, quantity, begins, ends, certain, awaited, kept_for
              from availability.offer
            """;

    void put(DSLContext db, Offer offer) {
        db.execute(
                """
                insert into availability.offer
                       (id, kind, label, product_id, warehouse_id, quantity, begins, ends, certain, awaited, kept_for)
                values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?)
                on conflict (id) do update
                   set (label, product_id, warehouse_id, quantity, begins, ends, certain, awaited, kept_for)
                     = (excluded.label, excluded.product_id, excluded.warehouse_id, excluded.quantity, excluded.begins,
                        excluded.ends, excluded.certain, excluded.awaited, excluded.kept_for)
                """,
                offer.id(),
                offer.kind().name(),
                offer.label(),
                offer.product().value(),
                offer.warehouse(),
                offer.quantity(),
                offer.from().toString(),
                offer.to() == null ? null : offer.to().toString(),
                offer.certain(),
                offer.awaited(),
                offer.keptFor());
    }

    void remove(DSLContext db, UUID id) {
        db.execute("delete from availability.offer where id = ?", id);
    }

    List<Offer> get(DSLContext db, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.fetch(SELECT + "where id = any (?)", (Object) ids.toArray(UUID[]::new))
                .map(Offers::read);
    }

    List<Offer> all(DSLContext db) {
        return db.fetch(SELECT).map(Offers::read);
    }

    List<Offer> keptFor(DSLContext db, Collection<UUID> owners) {
        if (owners.isEmpty()) return List.of();
        return db.fetch(SELECT + "where kept_for = any (?)", (Object) owners.toArray(UUID[]::new))
                .map(Offers::read);
    }

    private static Offer read(Record row) {
        return new Offer(
                row.get("id", UUID.class),
                Offer.Kind.valueOf(row.get("kind", String.class)),
                row.get("label", String.class),
                new ProductId(row.get("product_id", UUID.class)),
                row.get("warehouse_id", UUID.class),
                row.get("quantity", Integer.class),
                row.get("begins", Instant.class),
                row.get("ends", Instant.class),
                row.get("certain", Boolean.class),
                row.get("awaited", Boolean.class),
                row.get("kept_for", UUID.class));
    }
}
