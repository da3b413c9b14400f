package eventkit.papers;

import eventkit.core.ArchivePaper;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Refusal.FieldError;
import eventkit.core.Subject;
import eventkit.documents.CompanyLogo;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.papers.PaperDesign.KindWording;
import eventkit.papers.PaperDesign.Wording;
import eventkit.papers.Template.Name;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PaperDesk implements PaperDesigns, Papers {
    private static final String KIND = "paper-design";
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LOGO_PIXELS = 1024;
    private static final int TEXT_MAX = 4_000;
    private static final int COLUMNS_MAX = 3;
    private static final float PREVIEW_DPI = 110;

    private final PaperRows rows;
    private final CompanyProfile profile;
    private final CompanyLogo logo;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    PaperDesk(
            PaperRows rows,
            CompanyProfile profile,
            CompanyLogo logo,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.profile = profile;
        this.logo = logo;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public PaperDesign get() {
        return rows.design().orElseGet(PaperDesign::standard);
    }

    @Override
    public Standard standard() {
        var texts = new ArrayList<StandardText>();
        for (var language : LANGUAGES)
            for (var kind : PaperKind.values()) {
                var locale = Figures.locale(language);
                texts.add(new StandardText(
                        language, kind, StandardWords.intro(kind, locale), StandardWords.closing(kind, locale)));
            }
        return new Standard(
                PaperPage.STANDARD, named("", PaperNames.IN_TEMPLATE), named("", PaperNames.IN_TEXTS), texts);
    }

    private static List<String> named(String before, Map<String, Name> names) {
        var all = new ArrayList<String>();
        new TreeMap<>(names).forEach((name, what) -> {
            all.add(before + name);
            if (what instanceof Name.Section section) all.addAll(named(before + name + ".", section.names()));
        });
        return all;
    }

    @Override
    @Transactional
    public PaperDesign change(Details details, IfMatch ifMatch) {
        var before = rows.lock(clock.instant());
        ifMatch.require(before.version(), audit, KIND, PaperRows.DESIGN_ID);
        check(details);
        tryOut(details);
        rows.change(details, before.version() + 1, clock.instant());
        var after = get();
        audit.changed(new Subject(KIND, PaperRows.DESIGN_ID, profile.get().name()), after.version(), before, after);
        return after;
    }

    /** What is well-formed as it stands may still make a broken page: every kind of paper is made once, without being drawn. */
    private void tryOut(Details details) {
        if (details.template() == null) return;
        var look = look(details);
        for (var kind : PaperKind.values()) {
            var errors = new ArrayList<FieldError>();
            TemplateRules.made(PaperPage.html(sample(kind, "en"), look), kind, errors);
            if (!errors.isEmpty()) throw new TemplateBroken(errors);
        }
    }

    @Override
    public Preview preview(PaperKind kind, String language, int page, Details details) {
        try (var document = Loader.loadPDF(example(kind, language, details))) {
            int shown = Math.clamp(page, 1, document.getNumberOfPages());
            var picture = new PDFRenderer(document).renderImageWithDPI(shown - 1, PREVIEW_DPI);
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return new Preview(
                    document.getNumberOfPages(),
                    shown,
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] example(PaperKind kind, String language, Details details) {
        new Check()
                .that(LANGUAGES.contains(language), "language", "unknown", "Choose English or German.")
                .orThrow();
        check(details);
        return draw(sample(kind, language), look(details), List.of());
    }

    private PaperDocument sample(PaperKind kind, String language) {
        var company = profile.get();
        return Samples.of(kind, language, company.currency(), company.name());
    }

    @Override
    public Page<AuditTrail.Entry> history(ListQuery query) {
        return trail.history(KIND, PaperRows.DESIGN_ID, query);
    }

    @Override
    @Transactional
    public UUID lookNow() {
        return rows.keep(ids.next(), look(Details.of(get())), clock.instant());
    }

    @Override
    public byte[] pdf(PaperDocument document, UUID look, List<ArchivePaper.Attachment> attachments) {
        return draw(document, rows.look(look).orElseThrow(() -> new NotFound("look", look)), attachments);
    }

    @Override
    public byte[] table(TablePaper paper) {
        return TablePage.pdf(paper, look(Details.of(get())));
    }

    private static byte[] draw(PaperDocument document, Look look, List<ArchivePaper.Attachment> attachments) {
        try {
            return PaperPage.pdf(document, look, attachments);
        } catch (ArchivePaper.UnreadablePage e) {
            // Only a template of the company's own can do that.
            throw new TemplateBroken(List.of(new FieldError(
                    "template",
                    "not-drawable",
                    "No page can be drawn from this template. Undo the last change to it.")));
        }
    }

    @Override
    @Transactional
    public Issued keep(String subjectKind, UUID subjectId, Issued paper) {
        rows.issue(ids.next(), subjectKind, subjectId, paper, clock.instant());
        return rows.issued(subjectKind, subjectId, paper.form()).orElseThrow();
    }

    @Override
    public Optional<Issued> issued(String subjectKind, UUID subjectId, Form form) {
        return rows.issued(subjectKind, subjectId, form);
    }

    private Look look(Details details) {
        return new Look(PaperRows.design(details, 1), letterhead(profile.get()), logo());
    }

    private static Letterhead letterhead(Company company) {
        return new Letterhead(company.name(), company.addressLines(), company.phone(), company.email(), company.web());
    }

    private byte @Nullable [] logo() {
        try {
            var picture = logo.picture(LOGO_PIXELS);
            return picture.isEmpty() ? null : Files.readAllBytes(picture.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Details d) {
        var check = new Check()
                .required(d.font(), "font")
                .required(d.colour(), "colour")
                .that(
                        d.colour() == null || COLOUR.matcher(d.colour()).matches(),
                        "colour",
                        "not-a-colour",
                        "Use a colour such as #1f5f8b.")
                .required(d.logoAt(), "logoAt")
                .between(d.logoHeightMillimetres(), "logoHeightMillimetres", 5, 30)
                .required(d.addressAt(), "addressAt")
                .size(d.wordings(), "wordings", LANGUAGES.size());
        var errors = new ArrayList<FieldError>();
        var languages = new HashSet<String>();
        for (int i = 0; i < d.wordings().size(); i++)
            wording(d.wordings().get(i), "wordings[" + i + "]", languages, check, errors);
        check.orThrow();
        var template = d.template();
        if (template != null) {
            TemplateRules.check(template, errors);
            Template.parse(template, "template", PaperNames.IN_TEMPLATE, errors);
        }
        if (!errors.isEmpty()) throw new TemplateBroken(errors);
    }

    private static void wording(
            Wording wording, String field, HashSet<String> languages, Check check, List<FieldError> errors) {
        check.that(
                        wording.language() != null
                                && LANGUAGES.contains(wording.language())
                                && languages.add(wording.language()),
                        field + ".language",
                        "unknown",
                        "Papers are in English and German, each once.")
                .line(wording.sender(), field + ".sender", 200)
                .size(wording.footer(), field + ".footer", COLUMNS_MAX)
                .size(wording.papers(), field + ".papers", PaperKind.values().length);
        for (int i = 0; i < wording.footer().size(); i++)
            check.text(wording.footer().get(i), field + ".footer[" + i + "]", 500);
        var kinds = new HashSet<PaperKind>();
        for (int i = 0; i < wording.papers().size(); i++)
            words(wording.papers().get(i), field + ".papers[" + i + "]", kinds, check, errors);
    }

    private static void words(
            KindWording words, String field, HashSet<PaperKind> kinds, Check check, List<FieldError> errors) {
        check.required(words.kind(), field + ".kind")
                .that(
                        words.kind() == null || kinds.add(words.kind()),
                        field + ".kind",
                        "twice",
                        "Each kind of paper once.")
                .text(words.intro(), field + ".intro", TEXT_MAX)
                .text(words.closing(), field + ".closing", TEXT_MAX);
        var intro = words.intro();
        var closing = words.closing();
        if (intro != null) Template.parse(intro, field + ".intro", PaperNames.IN_TEXTS, errors);
        if (closing != null) Template.parse(closing, field + ".closing", PaperNames.IN_TEXTS, errors);
    }
}
