package eventkit.labels;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.labels.LabelFormat.Output;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LabelFormatDesk implements LabelFormats {
    private static final String KIND = "label-format";
    private static final Set<Integer> DPI = Set.of(203, 300, 600);
    private final FormatRows formats;
    private final LabelTexts texts;
    private final LabelLogos logos;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    LabelFormatDesk(
            FormatRows formats,
            LabelTexts texts,
            LabelLogos logos,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.formats = formats;
        this.texts = texts;
        this.logos = logos;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("label_format_name_taken", LabelFormatNameTaken::new);
    }

    @Override
    public Page<LabelFormat> list(ListQuery query) {
        return formats.list(query);
    }

    @Override
    public List<Sheet> sheets() {
        return Arrays.stream(NamedSheet.values())
                .map(s -> new Sheet(s, s.sheet().name(), LabelGeometry.of(s.sheet())))
                .toList();
    }

    @Override
    public LabelFormat get(UUID id) {
        return formats.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Preview preview(UUID id, @Nullable LabelKind kind, @Nullable UUID item, String origin) {
        var format = get(id);
        var content = kind == null || item == null
                ? texts.example(format, origin)
                : texts.of(List.of(new LabelPrinting.Item(kind, item)), format, origin)
                        .getFirst();
        return preview(format, content);
    }

    @Override
    public Preview draft(Details details, String origin) {
        check(details);
        var format = LabelFormat.of(ids.next(), details, 1);
        return preview(format, texts.example(format, origin));
    }

    private Preview preview(LabelFormat format, LabelContent content) {
        var sheet = format.sheet();
        var logo = logos.of(format);
        var layout = format.output() == Output.ZPL
                ? LabelZpl.layout(sheet, format.resolution(), content, logo)
                : LabelLayout.arrange(sheet, content, logo);
        return preview(sheet, layout);
    }

    static Preview preview(LabelSheet sheet, LabelLayout layout) {
        var path = new StringBuilder();
        for (int[] outline : layout.code().outlines()) {
            for (int i = 0; i < outline.length; i += 2)
                path.append(i == 0 ? 'M' : 'L').append(outline[i]).append(' ').append(outline[i + 1]);
            path.append('Z');
        }
        var logo = layout.logoBox();
        return new Preview(
                sheet.labelWidthMm(),
                sheet.labelHeightMm(),
                new Preview.Code(
                        layout.codeBox().x(),
                        layout.codeBox().y(),
                        layout.moduleMm(),
                        layout.code().width(),
                        path.toString()),
                layout.lines().stream()
                        .map(l -> new Preview.Line(
                                l.text(), l.x(), l.baseline(), l.sizeMm(), l.face() == LabelFonts.Face.BOLD))
                        .toList(),
                logo == null ? null : new Preview.Logo(logo.x(), logo.y(), logo.width(), logo.height()));
    }

    @Override
    @Transactional
    public LabelFormat create(Details details) {
        check(details);
        var id = ids.next();
        formats.insert(id, details, clock.instant());
        var format = get(id);
        audit.created(subject(format), format);
        return format;
    }

    @Override
    @Transactional
    public LabelFormat change(UUID id, Details details, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        check(details);
        formats.update(id, details, before.version() + 1);
        var after = get(id);
        audit.changed(subject(after), after.version(), before, after);
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        formats.delete(id);
        audit.removed(subject(before), before.version() + 1, before);
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, id, query);
    }

    private LabelFormat lock(UUID id, IfMatch ifMatch) {
        var before = formats.lock(id).orElseThrow(() -> new NotFound(KIND, id));
        ifMatch.require(before.version(), audit, KIND, id);
        return before;
    }

    private static void check(Details d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 100)
                .required(d.output(), "output")
                .that(
                        (d.namedSheet() == null) != (d.geometry() == null),
                        "namedSheet",
                        "sheet-or-geometry",
                        "Choose a sheet or give its measures, not both.")
                .that(
                        d.output() != Output.ZPL || (d.dpi() != null && DPI.contains(d.dpi())),
                        "dpi",
                        "unknown-resolution",
                        "Choose 203, 300 or 600 dpi.")
                .that(
                        d.output() != Output.PDF || d.dpi() == null,
                        "dpi",
                        "only-for-zpl",
                        "Only label printers have a resolution.");
        if (d.geometry() != null) d.geometry().check(check);
        check.orThrow();
    }

    private static Subject subject(LabelFormat format) {
        return new Subject(KIND, format.id(), format.name());
    }
}
