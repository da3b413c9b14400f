package eventkit.crm.web;

import eventkit.clients.Likeness;
import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.crm.Lead;
import eventkit.crm.LeadForm;
import eventkit.crm.LeadSource;
import eventkit.crm.LeadState;
import eventkit.crm.Leads;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Enquiries, and the public form that brings them. */
@RestController
@RequestMapping("/api/v1")
class LeadsResource {
    private final Leads leads;
    private final LeadForm form;
    private final MergePatch patches;

    LeadsResource(Leads leads, LeadForm form, MergePatch patches) {
        this.leads = leads;
        this.form = form;
        this.patches = patches;
    }

    /** By number, name, company, e-mail, phone, venue and message. */
    @GetMapping("/leads")
    @Needs(Permission.DEAL_READ)
    Page<Lead> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<LeadState> state,
            @RequestParam(required = false) @Nullable List<LeadSource> source,
            @RequestParam(required = false) @Nullable List<UUID> owner) {
        return leads.list(new Leads.Filter(all(state), all(source), all(owner)), query);
    }

    @PostMapping("/leads")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Lead> create(@RequestBody Leads.Details details) {
        var made = leads.create(details);
        return Versioned.created("/leads/" + made.id(), made, made.version());
    }

    @GetMapping("/leads/{id}")
    @Needs(Permission.DEAL_READ)
    ResponseEntity<Lead> get(@PathVariable UUID id) {
        return tagged(leads.get(id));
    }

    @PatchMapping("/leads/{id}")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Lead> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Leads.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Leads.Details.of(leads.get(id));
        return tagged(leads.change(id, patches.apply(now, patch, Leads.Details.class), ifMatch));
    }

    /** Qualified, discarded with a reason, or new again. */
    @PostMapping("/leads/{id}/state")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Lead> move(@PathVariable UUID id, @RequestBody Leads.Move move, IfMatch ifMatch) {
        return tagged(leads.move(id, move, ifMatch));
    }

    /** Makes a deal of it, with client and contact where they are new. */
    @PostMapping("/leads/{id}/conversion")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Lead> convert(@PathVariable UUID id, @RequestBody Leads.Conversion conversion, IfMatch ifMatch) {
        return tagged(leads.convert(id, conversion, ifMatch));
    }

    /** Clients that it may be. */
    @GetMapping("/leads/{id}/similar-clients")
    @Needs(Permission.CLIENT_READ)
    Page<Likeness> like(@PathVariable UUID id) {
        return Page.of(leads.like(id));
    }

    @GetMapping("/leads/{id}/history")
    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return leads.history(id, query);
    }

    @GetMapping("/lead-form")
    @Needs(Permission.DEAL_READ)
    ResponseEntity<LeadForm.Setting> setting() {
        return tagged(form.get());
    }

    @PatchMapping("/lead-form")
    @Needs(Permission.PIPELINE_EDIT)
    ResponseEntity<LeadForm.Setting> changeSetting(
            @RequestBody @PatchOf(LeadForm.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = form.get().details();
        return tagged(form.change(patches.apply(now, patch, LeadForm.Details.class), ifMatch));
    }

    /** Open: the page of the form is for everybody. Gives the task that is to be worked out before sending. */
    @GetMapping("/public/enquiry-form")
    @Open
    LeadForm.Shown show(@RequestParam(defaultValue = "") String language) {
        return form.show(language);
    }

    /** Open: this is what the form is for; limited by address, and each task is good for one. */
    @PostMapping("/public/enquiries")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@RequestBody LeadForm.Enquiry enquiry) {
        form.send(enquiry);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Lead> tagged(Lead lead) {
        return Versioned.ok(lead, lead.version());
    }

    private static ResponseEntity<LeadForm.Setting> tagged(LeadForm.Setting setting) {
        return Versioned.ok(setting, setting.version());
    }
}
