package eventkit.demo;

import eventkit.demo.Staff.Person;
import eventkit.documents.ContentKeeping.Kept;
import eventkit.documents.FileRole;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is attached to things: pictograms in place of photos, and certificates that say that they are none. */
final class DemoPapers {
    private static final int COLUMNS = 4;
    private final World world;

    DemoPapers(World world) {
        this.world = world;
    }

    /** On the products that the company owns, in one afternoon. */
    void pictograms() {
        Map<Pictogram, Kept> kept = new EnumMap<>(Pictogram.class);
        var who = world.staff.inventory();
        var afternoon = Days.at(Days.workday(world.days.ago(770)), 13, 0);
        int n = 0;
        for (var product : world.products) {
            var pictogram = product.owned() ? Pictogram.of(product).orElse(null) : null;
            if (pictogram == null) continue;
            var content = kept.computeIfAbsent(
                    pictogram, one -> world.keeping.keep(one.fileName(), FileRole.PHOTO, one.png()));
            attach(
                    new Attached("product", product.id(), product.name(), FileRole.PHOTO),
                    pictogram.fileName(),
                    pictogram.caption(),
                    content,
                    afternoon.plusSeconds(20L * n++),
                    who);
        }
    }

    /** One for each day on which somebody from outside examined things of a product: it stands with every inspection of that day. */
    void certificates(List<DemoInspections.Examined> examined) {
        for (var day : examined) {
            var name = "certificate-" + day.on() + "-" + day.product().line().prefix() + "-demo.pdf";
            var kept = world.keeping.keep(name, FileRole.CERTIFICATE, certificate(day));
            for (var one : day.pieces()) {
                attach(
                        new Attached(
                                "inspection",
                                one.inspection(),
                                one.number() + " " + day.plan() + " " + day.on(),
                                FileRole.CERTIFICATE),
                        name,
                        "Demo document, certifies nothing",
                        kept,
                        one.at().plusSeconds(3_600),
                        day.who());
            }
        }
    }

    private static byte[] certificate(DemoInspections.Examined day) {
        var page = new PlainPdf()
                .band(0, 74, 22, "DEMO DOCUMENT - NOT A CERTIFICATE")
                .text(11, 56, 104, "Made up for EventKit's demo company. Nobody was there and nothing was examined:")
                .text(
                        11,
                        56,
                        120,
                        "this paper certifies nothing and must not be used for anything but looking at the demo.")
                .bold(20, 56, 176, day.plan())
                .text(11, 56, 206, "Company")
                .text(11, 170, 206, "Stagelight GmbH (invented)")
                .text(11, 56, 224, "Inspector")
                .text(11, 170, 224, day.inspector() + " (invented)")
                .text(11, 56, 242, "Date")
                .text(11, 170, 242, day.on().toString())
                .text(11, 56, 260, "Product")
                .text(11, 170, 260, day.product().name())
                .rule(280)
                .bold(11, 56, 302, "Would have been examined");
        int n = 0;
        for (var one : day.pieces()) {
            page.text(10, 56 + 122 * (n % COLUMNS), 326 + 18 * (n / COLUMNS), one.number());
            n++;
        }
        return page.band(796, 46, 13, "DEMO DOCUMENT - NOT A CERTIFICATE")
                .bytes("Demo document, not a certificate: " + day.plan() + " " + day.on());
    }

    private record Attached(String kind, UUID id, String label, FileRole role) {}

    private void attach(Attached to, String name, String caption, Kept content, Instant at, Person who) {
        var id = world.dice.id(at);
        world.sheets.files.add(
                id,
                "\\x" + content.sha256(),
                name,
                content.mediaType(),
                content.sizeBytes(),
                content.widthPixels(),
                content.heightPixels(),
                who.id(),
                at);
        world.sheets.attachments.add(id, to.kind(), to.id(), to.role(), 0, caption);
        var field = to.role().name().toLowerCase(java.util.Locale.ROOT);
        world.diary.wrote(at, who, to.kind(), to.id(), to.label(), "file-added", 0, field, null, name);
    }
}
