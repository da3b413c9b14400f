package eventkit.documents.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.NotFound;
import eventkit.core.Open;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.documents.CompanyLogo;
import eventkit.identity.Company;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The company's logo. */
@RestController
@RequestMapping("/api/v1/company/logo")
class CompanyLogoResource {
    private final CompanyLogo logo;

    CompanyLogoResource(CompanyLogo logo) {
        this.logo = logo;
    }

    /** Open: it stands on the page that a finder sees and where one signs in. Whoever adds the file's id to the address may keep it. */
    @GetMapping
    @Open
    ResponseEntity<Resource> logo(@RequestParam(defaultValue = "256") int size) {
        var path = logo.picture(size).orElseThrow(() -> new NotFound("logo", "company"));
        var name = String.valueOf(path.getFileName());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + name + "\"")
                .contentType(name.endsWith(".png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .body(new FileSystemResource(path));
    }

    /** Answers the company, whose version it counts up. */
    @PutMapping
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<Company> change(@RequestPart("file") MultipartFile file, IfMatch ifMatch) throws IOException {
        try (var content = file.getInputStream()) {
            return tagged(logo.change(file.getOriginalFilename(), content, ifMatch));
        }
    }

    @DeleteMapping
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<Company> remove(IfMatch ifMatch) {
        return tagged(logo.remove(ifMatch));
    }

    private static ResponseEntity<Company> tagged(Company company) {
        return Versioned.ok(company, company.version());
    }
}
