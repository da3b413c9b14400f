package eventkit.labels;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Labels as a hire company would print them, and worse; the same every time. */
final class LabelFixtures {

    private static final List<String> PRODUCTS = List.of(
            "Robe MegaPointe",
            "Martin MAC Aura XB",
            "Clay Paky Sharpy Plus Aqua with extra long protective cover and Ω-clamps, second edition",
            "Kettenzug D8+ 500 kg, Prüfplakette grün, Übergröße",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung",
            "Μεγάφωνο υψηλής ισχύος για εξωτερικό χώρο",
            "Прожектор сценический светодиодный",
            "舞台用ムービングライト 大型 防水仕様 二〇二六年型",
            "电脑摇头灯 300瓦 户外防水型 专业舞台灯光设备",
            "무빙 헤드 조명기 야외용 방수",
            "XLR 5-pin DMX 10 m",
            "Câble haut-parleur Speakon NL4, 2 × 4 mm², 15 m",
            "ÅÄÖ ĂȘȚ ŁŻŹ ĐŠŽ ǅ ﬁ ligature & <tag> ^~_ %",
            "Shure SM58");

    private static final List<String> COMPANIES =
            List.of("Aurora Event Technik GmbH", "Borealis", "Ørsted & Søn Lyd, Lys og Scene ApS", "株式会社ステージ東京");

    private LabelFixtures() {}

    /** Addresses grow from the shortest that are used to 120 characters. */
    static List<LabelContent> labels(int count, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> label(i, random)).toList();
    }

    /** The demo company's. */
    static LabelLogo logo() throws IOException {
        try (var picture = Objects.requireNonNull(LabelFixtures.class.getResourceAsStream("/demo/logo.png"))) {
            return LabelLogo.of(ImageIO.read(picture), "demo");
        }
    }

    private static LabelContent label(int i, Random random) {
        String path = "/asset/" + new UUID(random.nextLong(), random.nextLong());
        String host = "https://"
                + "equipment-register.a-rather-long-company-name.subdomain.example.org:8443/app/eu-central"
                        .substring(0, random.nextInt(7, 70));
        String url = i % 7 == 0 ? (host + "-".repeat(120) + path) : host + path;
        if (url.length() > 120) {
            url = host + "x".repeat(Math.max(0, 120 - host.length() - path.length())) + path;
        }
        String number = List.of("LX-%05d", "%d", "AUDIO-MIC-%04d", "Σ-%03d", "K%d")
                .get(i % 5)
                .formatted(random.nextInt(1, 99_999));
        return new LabelContent(
                url,
                number,
                PRODUCTS.get(i % PRODUCTS.size()),
                COMPANIES.get(i % COMPANIES.size()),
                i % 3 == 0 ? "S/N " + Integer.toHexString(random.nextInt()).toUpperCase(Locale.ROOT) : null);
    }
}
