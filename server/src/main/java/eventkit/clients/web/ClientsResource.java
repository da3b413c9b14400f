package eventkit.clients.web;

import eventkit.clients.Client;
import eventkit.clients.ClientDetails;
import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.clients.Likeness;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Companies that events are for. */
@RestController
@RequestMapping("/api/v1/clients")
class ClientsResource {
    private final Clients clients;
    private final MergePatch patches;

    ClientsResource(Clients clients, MergePatch patches) {
        this.clients = clients;
        this.patches = patches;
    }

    /** By name, short name, VAT number, e-mail and the names of contacts. */
    @GetMapping
    @Needs(Permission.CLIENT_READ)
    Page<Client> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(required = false) @Nullable List<String> country,
            @RequestParam(required = false) @Nullable List<String> brand,
            @RequestParam(required = false) @Nullable Boolean archived) {
        var check = new Check();
        if (tag != null) for (var each : tag) check.line(each, "tag", 40);
        if (country != null) for (var each : country) check.line(each, "country", 2);
        if (brand != null) for (var each : brand) check.line(each, "brand", 100);
        check.orThrow();
        return clients.list(query, new Clients.Filter(all(tag), all(country), all(brand), archived));
    }

    private static List<String> all(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    /** All brands that some client prefers or avoids. */
    @GetMapping("/brands")
    @Needs(Permission.CLIENT_READ)
    Page<String> brands() {
        return Page.of(clients.brands());
    }

    /**
     * Clients that may be the same as one that is about to be entered: by the name without its legal form, by VAT number, by e-mail and telephone of
     * the client and of its contacts.
     */
    @GetMapping("/similar")
    @Needs(Permission.CLIENT_READ)
    Page<Likeness> similar(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String vatNumber,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable UUID except) {
        new Check()
                .line(name, "name", 200)
                .line(vatNumber, "vatNumber", 50)
                .line(email, "email", 254)
                .line(phone, "phone", 50)
                .orThrow();
        return Page.of(clients.like(new Likeness.Question(
                filled(name),
                filled(vatNumber),
                filled(email),
                filled(phone),
                except == null ? null : new ClientId(except))));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** All tags in use. */
    @GetMapping("/tags")
    @Needs(Permission.CLIENT_READ)
    Page<String> tags() {
        return Page.of(clients.tags());
    }

    @PostMapping
    @Needs(Permission.CLIENT_EDIT)
    ResponseEntity<Client> create(@RequestBody ClientDetails details) {
        var client = clients.create(details);
        return Versioned.created("/clients/" + client.id(), client, client.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.CLIENT_READ)
    ResponseEntity<Client> get(@PathVariable UUID id) {
        return tagged(clients.get(new ClientId(id)));
    }

    /** Contacts are given all together: those with their id stay, those without are new, those left out are removed. */
    @PatchMapping("/{id}")
    @Needs(Permission.CLIENT_EDIT)
    ResponseEntity<Client> change(
            @PathVariable UUID id, @RequestBody @PatchOf(ClientDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = clients.get(new ClientId(id));
        return tagged(clients.change(now.id(), patches.apply(now.details(), patch, ClientDetails.class), ifMatch));
    }

    /** Only while nothing refers to it. */
    @DeleteMapping("/{id}")
    @Needs(Permission.CLIENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        clients.remove(new ClientId(id), ifMatch);
    }

    @PostMapping("/{id}/archive")
    @Needs(Permission.CLIENT_EDIT)
    ResponseEntity<Client> archive(@PathVariable UUID id) {
        return tagged(clients.archive(new ClientId(id)));
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.CLIENT_EDIT)
    ResponseEntity<Client> restore(@PathVariable UUID id) {
        return tagged(clients.restore(new ClientId(id)));
    }

    /** What merging another client into this one would make of the two. */
    @GetMapping("/{id}/merge")
    @Needs(Permission.CLIENT_READ)
    Clients.Merge merging(@PathVariable UUID id, @RequestParam UUID other) {
        return clients.merge(new ClientId(id), new ClientId(other));
    }

    /** @param otherVersion the version of the other client that was looked at */
    record MergeWith(UUID otherId, Long otherVersion) {}

    /** This client takes over everything of the other, which is gone then; what referred to the other refers to this one. */
    @PostMapping("/{id}/merge")
    @Needs(Permission.CLIENT_EDIT)
    ResponseEntity<Client> merge(@PathVariable UUID id, @RequestBody MergeWith with, IfMatch ifMatch) {
        new Check()
                .required(with.otherId(), "otherId")
                .required(with.otherVersion(), "otherVersion")
                .orThrow();
        return tagged(clients.merge(new ClientId(id), new ClientId(with.otherId()), ifMatch, with.otherVersion()));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.CLIENT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return clients.history(new ClientId(id), query);
    }

    private static ResponseEntity<Client> tagged(Client client) {
        return Versioned.ok(client, client.version());
    }
}
