package eventkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@ServerTest
class FilesTests {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private final Company company;

    FilesTests(Company company) {
        this.company = company;
    }

    @Test
    void showsAPhotoItsThumbnailAndParts() throws IOException {
        var product = product("Photographed");
        var photo = picture(800, 600, "jpg");
        var added = add(product, "front.jpg", photo, "PHOTO").expect(201);
        assertThat(added.json().path("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(added.json().path("widthPixels").asInt()).isEqualTo(800);
        assertThat(added.header("Location")).isEqualTo("/api/v1/files/" + added.id());

        var whole = company.owner().get("/files/" + added.id() + "/content").expect(200);
        assertThat(whole.bytes()).isEqualTo(photo);
        assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(whole.header("Content-Disposition")).startsWith("inline");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Cache-Control")).contains("private").contains("max-age=604800");
        assertThat(whole.etag()).contains(added.json().path("sha256").asString());
        var again = company.owner()
                .raw("GET", "/files/" + added.id() + "/content", null, Map.of("If-None-Match", whole.etag()));
        assertThat(again.status()).isEqualTo(304);
        var part = company.owner()
                .raw("GET", "/files/" + added.id() + "/content", null, Map.of("Range", "bytes=10-19"))
                .expect(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(photo, 10, 20));

        var small = company.owner()
                .get("/files/" + added.id() + "/thumbnail?size=128")
                .expect(200);
        var image = ImageIO.read(new ByteArrayInputStream(small.bytes()));
        assertThat(image.getWidth()).isEqualTo(128);
        assertThat(image.getHeight()).isEqualTo(96);
        assertThat(company.owner()
                        .get("/files/" + added.id() + "/thumbnail?size=99999")
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(company.owner()
                        .get("/products/" + product)
                        .json()
                        .path("mainPhotoId")
                        .asString())
                .isEqualTo(added.id());
    }

    /** Not a multiple of the thumbnail's size, so that every step of decoding fewer pixels is rounded. */
    @Test
    void makesThumbnailsOfLargePicturesInEverySize() throws IOException {
        var added = add(product("Large"), "large.jpg", picture(4_999, 3_001, "jpg"), "PHOTO")
                .expect(201);
        for (int size : new int[] {64, 128, 256, 512, 1024, 2048}) {
            var small = company.owner()
                    .get("/files/" + added.id() + "/thumbnail?size=" + size)
                    .expect(200);
            var image = ImageIO.read(new ByteArrayInputStream(small.bytes()));
            assertThat(image.getWidth()).isEqualTo(size);
            assertThat(image.getHeight()).isBetween(size * 3_001 / 4_999 - 1, size * 3_001 / 4_999 + 1);
        }
    }

    @Test
    void turnsThumbnailsUpright() throws IOException {
        var lying = withOrientation(picture(400, 200, "jpg"), 6);
        var added = add(product("Turned"), "phone.jpg", lying, "PHOTO").expect(201);
        var image = ImageIO.read(new ByteArrayInputStream(company.owner()
                .get("/files/" + added.id() + "/thumbnail?size=64")
                .bytes()));
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(64);
    }

    @Test
    void takesTransparentAndWebPPictures() throws IOException {
        var product = product("Pictured");
        var png = add(product, "logo.png", picture(300, 300, "png"), "PHOTO").expect(201);
        assertThat(company.owner()
                        .get("/files/" + png.id() + "/thumbnail?size=64")
                        .header("Content-Type"))
                .isEqualTo("image/png");
        var webp = java.util.HexFormat.of()
                .parseHex("524946462400000057454250565038201800000030"
                        + "01009d012a0100010002003425a400037000fefb940000");
        var added = add(product, "dot.webp", webp, "PHOTO").expect(201);
        assertThat(added.json().path("mediaType").asString()).isEqualTo("image/webp");
        assertThat(added.json().path("widthPixels").asInt()).isEqualTo(1);
    }

    @Test
    void ordersPhotosAndTheFirstIsTheMainOne() throws IOException {
        var product = product("Ordered");
        var one = add(product, "one.jpg", picture(40, 40, "jpg"), "PHOTO").expect(201);
        var two = add(product, "two.jpg", picture(50, 50, "jpg"), "PHOTO").expect(201);
        assertThat(two.json().path("position").asInt()).isEqualTo(1);
        var moved = company.owner()
                .patch("/files/" + two.id(), Map.of("position", 0, "caption", "  From the left  "), two.etag())
                .expect(200);
        assertThat(moved.json().path("caption").asString()).isEqualTo("From the left");
        assertThat(names(product)).containsExactly("two.jpg", "one.jpg");
        assertThat(company.owner()
                        .get("/products/" + product)
                        .json()
                        .path("mainPhotoId")
                        .asString())
                .isEqualTo(two.id());
        assertThat(company.owner()
                        .patch("/files/" + two.id(), Map.of("position", 1), two.etag())
                        .refusal(412))
                .isEqualTo("stale");
        assertThat(company.owner()
                        .get("/files/" + two.id() + "/history")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        company.owner().delete("/files/" + two.id(), moved.etag()).expect(204);
        assertThat(names(product)).containsExactly("one.jpg");
        assertThat(company.owner().get("/files/" + two.id()).refusal(404)).isEqualTo("not-found");
        assertThat(company.owner()
                        .get("/files/" + one.id())
                        .json()
                        .path("position")
                        .asInt())
                .isZero();
        assertThat(company.owner().get("/products/" + product + "/history").text())
                .contains("file-added")
                .contains("file-removed")
                .contains("two.jpg");
    }

    @Test
    void believesTheContentAndNotTheName() throws IOException {
        var product = product("Disguised");
        assertThat(add(product, "photo.jpg", PDF, "PHOTO").refusal(415)).isEqualTo("file-type-refused");
        assertThat(add(product, "photo.jpg", "<svg onload=alert(1)/>".getBytes(StandardCharsets.UTF_8), "PHOTO")
                        .refusal(415))
                .isEqualTo("file-type-refused");
        for (var markup : List.of(
                "<!DOCTYPE html><p>",
                "  \n<html>",
                "<?xml version='1.0'?>",
                "\uFEFF<svg/>",
                "see <script>alert(1)</script>")) {
            assertThat(add(product, "notes.txt", markup.getBytes(StandardCharsets.UTF_8), "DOCUMENT")
                            .refusal(415))
                    .as(markup)
                    .isEqualTo("file-type-refused");
        }
        assertThat(add(product, "tool.pdf", new byte[] {'M', 'Z', 0, 3, 0}, "DOCUMENT")
                        .refusal(415))
                .isEqualTo("file-type-refused");
        var manual = add(product, "manual.exe", PDF, "MANUAL").expect(201);
        assertThat(manual.json().path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(company.owner().get("/files/" + manual.id() + "/thumbnail").refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void letsNothingOfAFileRunInABrowser() {
        var product = product("Notes");
        var notes = add(product, "notes.txt", "hello".getBytes(StandardCharsets.UTF_8), "DOCUMENT")
                .expect(201);
        var content = company.owner().get("/files/" + notes.id() + "/content").expect(200);
        assertThat(content.header("Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void takesOfficeFilesButNoArchives() throws IOException {
        var product = product("Office");
        var sheet = add(
                        product,
                        "list.xlsx",
                        zip(Map.of("[Content_Types].xml", "x", "xl/workbook.xml", "x")),
                        "DOCUMENT")
                .expect(201);
        assertThat(sheet.json().path("mediaType").asString()).endsWith("spreadsheetml.sheet");
        var text = add(
                        product,
                        "plan.odt",
                        zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text")),
                        "DOCUMENT")
                .expect(201);
        assertThat(text.json().path("mediaType").asString()).isEqualTo("application/vnd.oasis.opendocument.text");
        var macros = zip(Map.of("[Content_Types].xml", "x", "xl/workbook.xml", "x", "xl/vbaProject.bin", "x"));
        assertThat(add(product, "list.xlsx", macros, "DOCUMENT").refusal(415)).isEqualTo("file-type-refused");
        assertThat(add(product, "bomb.docx", zip(Map.of("a", "0".repeat(2_000_000))), "DOCUMENT")
                        .refusal(415))
                .isEqualTo("file-type-refused");
        assertThat(add(product, "cut.docx", "PK\u0003\u0004 cut off".getBytes(StandardCharsets.ISO_8859_1), "DOCUMENT")
                        .refusal(415))
                .isEqualTo("file-type-refused");
    }

    @Test
    void refusesPicturesThatWouldFillTheMemory() throws IOException {
        var product = product("Bombed");
        var bomb = add(product, "bomb.png", pngHeader(50_000, 50_000), "PHOTO");
        assertThat(bomb.refusal(413)).isEqualTo("picture-too-large");
        assertThat(bomb.json().path("facts").path("widthPixels").asInt()).isEqualTo(50_000);
        assertThat(add(product, "cut.png", pngHeader(100, 100), "PHOTO").refusal(400))
                .isEqualTo("picture-unreadable");
        assertThat(add(product, "cut.jpg", Arrays.copyOf(picture(400, 400, "jpg"), 20), "PHOTO")
                        .refusal(400))
                .isEqualTo("picture-unreadable");
        assertThat(company.owner()
                        .get("/files?subjectKind=product&subjectId=" + product)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void refusesEmptyAndLargeFiles() {
        var product = product("Sized");
        assertThat(add(product, "empty.txt", new byte[0], "DOCUMENT").refusal(400))
                .isEqualTo("file-empty");
        var large = new byte[50 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'x');
        assertThat(add(product, "large.txt", large, "DOCUMENT").refusal(413)).isEqualTo("file-too-large");
    }

    @Test
    void cleansNamesWithTricks() {
        var product = product("Named");
        var path = add(product, "..\\\\..\\\\etc/passwd.pdf", PDF, "DOCUMENT").expect(201);
        assertThat(path.json().path("name").asString()).isEqualTo("passwd.pdf");
        var longName = add(product, "n".repeat(1_000) + ".pdf", PDF, "DOCUMENT").expect(201);
        assertThat(longName.json().path("name").asString()).hasSize(200).endsWith(".pdf");
        var umlauts = add(product, "Prüfprotokoll <b>.pdf", PDF, "CERTIFICATE").expect(201);
        assertThat(umlauts.json().path("name").asString()).isEqualTo("Prüfprotokoll _b_.pdf");
        var disposition = company.owner()
                .get("/files/" + umlauts.id() + "/content?download=true")
                .header("Content-Disposition");
        assertThat(disposition).startsWith("attachment").contains("filename*=UTF-8''Pr%C3%BCfprotokoll%20_b_.pdf");
    }

    @Test
    void refusesUnknownSubjectsAndFields() {
        var nowhere = fields("spaceship", UUID.randomUUID().toString(), "PHOTO");
        assertThat(company.owner()
                        .upload("/files", "a.pdf", "application/pdf", PDF, nowhere)
                        .refusal(400))
                .isEqualTo("invalid");
        var gone = fields("product", UUID.randomUUID().toString(), "MANUAL");
        assertThat(company.owner()
                        .upload("/files", "a.pdf", "application/pdf", PDF, gone)
                        .refusal(404))
                .isEqualTo("not-found");
        var role = fields("product", product("Roles"), "SELFIE");
        assertThat(company.owner()
                        .upload("/files", "a.pdf", "application/pdf", PDF, role)
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(company.owner().get("/files?subjectKind=product&subjectId=x").refusal(400))
                .isEqualTo("invalid");
        assertThat(company.owner().post("/files", Map.of()).refusal(400)).isEqualTo("unreadable");
    }

    @Test
    void asksForTheSubjectsPermissionToo() {
        var product = product("Guarded");
        var manual = add(product, "m.pdf", PDF, "MANUAL").expect(201);
        var filesOnly = company.somebodyWho("FILE_READ", "FILE_EDIT");
        assertThat(filesOnly.get("/files/" + manual.id() + "/content").refusal(403))
                .isEqualTo("not-permitted");
        assertThat(filesOnly
                        .get("/files?subjectKind=product&subjectId=" + product)
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(filesOnly
                        .upload("/files", "m.pdf", "application/pdf", PDF, fields("product", product, "MANUAL"))
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(filesOnly.delete("/files/" + manual.id(), "*").refusal(403)).isEqualTo("not-permitted");
        var reader = company.somebodyWho("FILE_READ", "PRODUCT_READ");
        reader.get("/files/" + manual.id() + "/content").expect(200);
        assertThat(reader.delete("/files/" + manual.id(), "*").refusal(403)).isEqualTo("not-permitted");
    }

    private String product(String name) {
        return company.owner()
                .post("/products", Map.of("kind", "BULK", "name", name))
                .expect(201)
                .id();
    }

    private Api.Answer add(String product, String name, byte[] content, String role) {
        return company.owner()
                .upload(
                        "/files",
                        name.replace("\"", "%22"),
                        "application/octet-stream",
                        content,
                        fields("product", product, role));
    }

    private static Map<String, String> fields(String kind, String id, String role) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("subjectKind", kind);
        fields.put("subjectId", id);
        fields.put("role", role);
        return fields;
    }

    private List<String> names(String product) {
        var names = new java.util.ArrayList<String>();
        for (var file : company.owner()
                .get("/files?subjectKind=product&subjectId=" + product)
                .expect(200)
                .json()
                .path("items")) {
            names.add(file.path("name").asString());
        }
        return names;
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** The picture with an Exif part that says how it was held. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        var exif = new ByteArrayOutputStream();
        var data = new DataOutputStream(exif);
        data.write("Exif\0\0MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1));
        data.writeShort(1);
        data.writeShort(0x0112);
        data.writeShort(3);
        data.writeInt(1);
        data.writeShort(orientation);
        data.writeShort(0);
        data.writeInt(0);
        var out = new ByteArrayOutputStream();
        var all = new DataOutputStream(out);
        all.write(jpeg, 0, 2);
        all.writeShort(0xFFE1);
        all.writeShort(exif.size() + 2);
        all.write(exif.toByteArray());
        all.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A picture that says how large it is and ends there. */
    private static byte[] pngHeader(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.toByteArray());
        var out = new ByteArrayOutputStream();
        var all = new DataOutputStream(out);
        all.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        all.writeInt(13);
        all.write(header.toByteArray());
        all.writeInt((int) crc.getValue());
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
