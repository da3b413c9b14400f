package eventkit.labels;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class CodeDesk implements CodeBook {
    private final LabelLines lines;
    private final BlankRows blanks;
    private final CompanyProfile profile;

    CodeDesk(LabelLines lines, BlankRows blanks, CompanyProfile profile) {
        this.lines = lines;
        this.blanks = blanks;
        this.profile = profile;
    }

    @Override
    public Notice notice() {
        return profile.find()
                .map(c -> new Notice(c.name(), text(c), c.logoFileId()))
                .orElseGet(() -> new Notice(null, "", null));
    }

    private static String text(Company company) {
        var own = company.propertyNotice();
        if (own != null && !own.isBlank()) return own;
        boolean german = company.locale().startsWith("de");
        var text = new StringBuilder(german ? "Eigentum von " : "Property of ")
                .append(company.name())
                .append('.');
        var phone = company.phone();
        var email = company.email();
        if (phone == null && email == null) return text.toString();
        text.append(german ? " Gefunden? Bitte melden Sie sich" : " Found it? Please");
        if (phone != null) text.append(german ? " unter " : " call ").append(phone);
        if (phone != null && email != null) text.append(german ? " oder" : " or");
        if (email != null)
            text.append(german ? " an " : phone == null ? " write to " : " write to ")
                    .append(email);
        return text.append('.').toString();
    }

    @Override
    public Found find(UUID id) {
        var blank = blanks.find(id);
        if (blank.isEmpty()) return target(id).map(Found::of).orElseThrow(() -> new NotFound("label", id));
        return of(blank.get());
    }

    @Override
    public Found resolve(String text, String origin) {
        new Check().required(text, "text").line(text, "text", ReadCode.TEXT_MAX).orThrow();
        var read = ReadCode.of(text, profile.addresses(origin));
        if (read.foreignHost() != null) throw new ForeignLabel(read.foreignHost());
        if (read.id() != null) return find(read.id());
        return byCode(read.text()).orElseThrow(() -> new NotFound("label", read.text()));
    }

    private Optional<Found> byCode(String code) {
        var matches = new LinkedHashMap<UUID, LabelTarget>();
        for (var kind : LabelKind.values()) {
            if (Callers.current().may(kind.read())) lines.byCode(kind, code).forEach(t -> matches.put(t.id(), t));
        }
        if (matches.isEmpty() && Callers.current().may(LabelKind.ASSET.read())) {
            var serials = lines.bySerial(code);
            serials.forEach(t -> matches.put(t.id(), t));
        }
        if (matches.size() > 1) throw new CodeAmbiguous(code, List.copyOf(matches.values()));
        if (matches.isEmpty()) return blanks.byShortCode(code).map(this::of);
        return Optional.of(Found.of(matches.values().iterator().next()));
    }

    private Found of(BlankLabel blank) {
        var bound = blank.boundId();
        if (bound == null || blank.boundKind() == null) return Found.blank(blank.id(), blank.shortCode());
        if (!Callers.current().may(blank.boundKind().read())) throw new NotFound("label", blank.id());
        var target = lines.byId(blank.boundKind(), List.of(bound)).get(bound);
        if (target == null) throw new NotFound("label", blank.id());
        return Found.of(target);
    }

    /** Whatever kind it is: the path of an old label may say another one than the thing has. */
    private Optional<LabelTarget> target(UUID id) {
        for (var kind : LabelKind.values()) {
            if (!Callers.current().may(kind.read())) continue;
            var found = lines.byId(kind, List.of(id)).get(id);
            if (found != null) return Optional.of(found);
        }
        return Optional.empty();
    }
}
