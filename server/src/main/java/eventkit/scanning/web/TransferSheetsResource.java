package eventkit.scanning.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.scanning.ScanSheet;
import eventkit.scanning.ScanSheets;
import eventkit.transfers.Transfer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Transfers as the warehouse scans them. */
@RestController
@RequestMapping("/api/v1/scanning/transfers")
class TransferSheetsResource {
    private final ScanSheets sheets;

    TransferSheetsResource(ScanSheets sheets) {
        this.sheets = sheets;
    }

    /** Enough to load it, or to take it in, without a network. */
    @GetMapping("/{id}/sheet")
    @Needs(Permission.SCAN)
    ScanSheet sheet(@PathVariable UUID id, HttpServletRequest request) {
        return sheets.ofTransfer(id, ScansResource.origin(request));
    }

    /** Books what was scanned as arrived: short and surplus as they are. */
    @PostMapping("/{id}/receipt")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> receive(@PathVariable UUID id, @RequestBody ScanSheets.Arrival arrival) {
        var transfer = sheets.receive(id, arrival);
        return Versioned.ok(transfer, transfer.version());
    }
}
