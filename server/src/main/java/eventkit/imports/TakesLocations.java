package eventkit.imports;

import eventkit.catalogue.Products;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.inventory.Location;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationKind;
import eventkit.inventory.LocationTree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A location is known by its code, else by its path. A parent stands in an earlier row or is there already. */
@Component
class TakesLocations implements RowTaker.Kind {
    private final LocationTree locations;
    private final Products products;

    TakesLocations(LocationTree locations, Products products) {
        this.locations = locations;
        this.products = products;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LOCATIONS;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        return row -> take(row, mapping, new References(products, locations));
    }

    private RowTaker.Taken take(Values row, Mapping mapping, References references) {
        var path = row.text("path") == null ? List.<String>of() : Cells.path(String.valueOf(row.text("path")));
        var name = row.text("name") != null ? row.text("name") : path.isEmpty() ? null : path.getLast();
        if (name == null) throw new Invalid("name", "required", "Fill in the name.");
        var said = row.text("parent");
        UUID parent = said != null
                ? references.location("parent", said)
                : path.size() > 1
                        ? references.location("path", String.join(" > ", path.subList(0, path.size() - 1)))
                        : null;
        var there = existing(row.text("code"), name, parent);
        if (there.isEmpty()) {
            var kind = row.text("kind");
            locations.create(new LocationTree.NewLocation(
                    kind != null
                            ? LocationKind.valueOf(kind)
                            : parent == null ? LocationKind.WAREHOUSE : LocationKind.ZONE,
                    name,
                    row.text("code"),
                    parent,
                    row.text("address"),
                    row.integer("walkingOrder")));
            return RowTaker.Taken.CREATED;
        }
        if (mapping.existing() == Mapping.Existing.SKIP) return RowTaker.Taken.EXISTING;
        var before = LocationTree.Details.of(there.get());
        var after = new LocationTree.Details(
                name,
                row.text("code") == null ? before.code() : row.text("code"),
                row.text("address") == null ? before.address() : row.text("address"),
                row.integer("walkingOrder") == null ? before.walkingOrder() : row.integer("walkingOrder"));
        if (after.equals(before)) return RowTaker.Taken.EXISTING;
        locations.change(there.get().id(), after, IfMatch.version(there.get().version()));
        return RowTaker.Taken.UPDATED;
    }

    private Optional<Location> existing(@Nullable String code, String name, @Nullable UUID parent) {
        if (code != null) {
            var byCode = locations.findByCode(code);
            if (byCode.isPresent()) return byCode.map(locations::get);
        }
        var page = locations
                .list(
                        new ListQuery(name, null, ListQuery.LIMIT_MAX, null, 0),
                        new LocationTree.Filter(null, parent, null, false))
                .items();
        return page.stream()
                .filter(l -> l.name().equalsIgnoreCase(name))
                .filter(l -> parent == null ? l.parentId() == null : new LocationId(parent).equals(l.parentId()))
                .filter(l -> code == null || l.code() == null || l.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
