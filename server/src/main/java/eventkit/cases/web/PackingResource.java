package eventkit.cases.web;

import eventkit.cases.CaseContents;
import eventkit.cases.Cases;
import eventkit.cases.ContentsCheck;
import eventkit.cases.Expected;
import eventkit.cases.FlightCase;
import eventkit.cases.Packing;
import eventkit.cases.PackingList;
import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in cases and what belongs there. */
@RestController
@RequestMapping("/api/v1")
class PackingResource {
    record Pack(List<Packing.Item> items) {}

    record ExpectedContents(List<Expected> items) {}

    record Expect(List<Packing.ExpectedItem> items) {}

    private final Packing packing;
    private final Cases cases;

    PackingResource(Packing packing, Cases cases) {
        this.packing = packing;
        this.cases = cases;
    }

    @GetMapping("/cases/{id}/contents")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<CaseContents> contents(@PathVariable UUID id) {
        return tagged(id, packing.contents(id));
    }

    /** Each item names an asset, or a product with a quantity, or a case. All are packed or none is. */
    @PostMapping("/cases/{id}/contents")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<CaseContents> pack(@PathVariable UUID id, @RequestBody Pack pack) {
        return tagged(id, packing.pack(id, pack.items()));
    }

    @PostMapping("/cases/{id}/unpackings")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<CaseContents> unpack(@PathVariable UUID id, @RequestBody Packing.Unpack unpack) {
        return tagged(id, packing.unpack(id, unpack));
    }

    /** Empties the case; inner cases stay packed themselves. */
    @DeleteMapping("/cases/{id}/contents")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<CaseContents> empty(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID to, IfMatch ifMatch) {
        return tagged(id, packing.empty(id, to, ifMatch));
    }

    @GetMapping("/cases/{id}/expected")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<ExpectedContents> expected(@PathVariable UUID id) {
        return tagged(id, new ExpectedContents(packing.expected(id)));
    }

    @PutMapping("/cases/{id}/expected")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<ExpectedContents> expect(@PathVariable UUID id, @RequestBody Expect expect, IfMatch ifMatch) {
        return tagged(id, new ExpectedContents(packing.expect(id, expect.items(), ifMatch)));
    }

    /** What is missing and what is too much, here and in inner cases. */
    @GetMapping("/cases/{id}/check")
    @Needs(Permission.ASSET_READ)
    ContentsCheck check(@PathVariable UUID id) {
        return packing.check(id);
    }

    @GetMapping("/cases/{id}/packing-list")
    @Needs(Permission.ASSET_READ)
    PackingList packingList(@PathVariable UUID id) {
        return packing.packingList(id);
    }

    @GetMapping(value = "/cases/{id}/packing-list.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(Permission.ASSET_READ)
    ResponseEntity<byte[]> packingListPdf(@PathVariable UUID id, HttpServletRequest request) {
        var pdf = packing.packingListPdf(id, request.getScheme() + "://" + request.getHeader("Host"));
        var name = "packing-list-" + cases.get(id).number() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    /** The case that an asset is packed in. */
    @GetMapping("/assets/{assetId}/case")
    @Needs(Permission.ASSET_READ)
    FlightCase caseOf(@PathVariable UUID assetId) {
        return packing.caseOf(assetId).orElseThrow(() -> new NotFound("case of this asset", assetId));
    }

    private <T> ResponseEntity<T> tagged(UUID id, T body) {
        return Versioned.ok(body, cases.get(id).version());
    }
}
