package eventkit.clients.web;

import eventkit.clients.Client;
import eventkit.clients.ClientDetails;
import eventkit.clients.ClientId;
import eventkit.clients.Clients;
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
            @RequestParam(required = false) @Nullable Boolean archived) {
        var check = new Check();
        if (tag != null) for (var each : tag) check.line(each, "tag", 40);
        if (country != null) for (var each : country) check.line(each, "country", 2);
        check.orThrow();
        return clients.list(
                query,
                new Clients.Filter(tag == null ? List.of() : tag, country == null ? List.of() : country, archived));
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

    @GetMapping("/{id}/history")
    @Needs(Permission.CLIENT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return clients.history(new ClientId(id), query);
    }

    private static ResponseEntity<Client> tagged(Client client) {
        return Versioned.ok(client, client.version());
    }
}
