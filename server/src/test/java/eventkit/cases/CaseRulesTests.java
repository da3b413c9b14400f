package eventkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.cases.CaseContents.InnerCase;
import eventkit.cases.CaseContents.PackedAsset;
import eventkit.cases.CaseContents.PackedStock;
import eventkit.core.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseRulesTests {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final UUID LAMP = new UUID(1, 1);
    private static final UUID SUPPLY = new UUID(1, 2);
    private static final UUID CABLE = new UUID(1, 3);
    private static final UUID CASE = new UUID(2, 1);

    @Test
    void weighsEverythingAndCountsWhatIsUnknown() {
        var inner = node(new UUID(2, 2), CASE, 4_000L, contents(List.of(asset(2, LAMP, "Lamp", null)), List.of()));
        var outer = node(
                CASE,
                null,
                20_000L,
                contents(
                        List.of(asset(1, LAMP, "Lamp", 9_000L)),
                        List.of(new PackedStock(CABLE, "Cable", 10, 500L, Money.of(1_000, "EUR"), NOW))));
        var measures = CaseTree.of(CASE, List.of(outer, inner)).measures(15_000L, null);
        assertThat(measures.weightGrams()).isEqualTo(20_000 + 9_000 + 5_000 + 4_000);
        assertThat(measures.weightsUnknown()).isEqualTo(1);
        assertThat(measures.payloadGrams()).isEqualTo(18_000);
        assertThat(measures.overloadedByGrams()).isEqualTo(3_000);
        assertThat(measures.values()).containsExactly(Money.of(10_000, "EUR"));
        assertThat(measures.valuesUnknown()).isEqualTo(4);
    }

    @Test
    void anUnknownTareIsCounted() {
        var measures = CaseTree.of(CASE, List.of(node(CASE, null, null, CaseContents.NOTHING)))
                .measures(null, null);
        assertThat(measures.weightGrams()).isZero();
        assertThat(measures.weightsUnknown()).isEqualTo(1);
        assertThat(measures.overloadedByGrams()).isNull();
    }

    @Test
    void randomTreesWeighTheSumOfTheirParts() {
        long seed = 4711;
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var nodes = new ArrayList<CaseTree.Node>();
            long sum = 0;
            long unknown = 0;
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                Long tare = random.nextInt(4) == 0 ? null : (long) random.nextInt(30_000);
                Long each = random.nextInt(4) == 0 ? null : (long) random.nextInt(9_000);
                long pieces = 1 + random.nextInt(50);
                var parent = i == 0 ? null : nodes.get(random.nextInt(i)).id();
                nodes.add(node(
                        new UUID(9, i),
                        parent,
                        tare,
                        contents(List.of(), List.of(new PackedStock(CABLE, "Cable", pieces, each, null, NOW)))));
                if (tare == null) unknown++;
                else sum += tare;
                if (each == null) unknown += pieces;
                else sum += each * pieces;
            }
            var measures = CaseTree.of(new UUID(9, 0), nodes).measures(null, null);
            assertThat(measures.weightGrams()).as("seed %d", seed).isEqualTo(sum);
            assertThat(measures.weightsUnknown()).as("seed %d", seed).isEqualTo(unknown);
        }
    }

    @Test
    void saysWhatIsLacking() {
        var check = ContentsCheck.of(
                CASE,
                "FC-0001",
                List.of(expected(LAMP, 2, "Lamp"), expected(SUPPLY, 1, "power supply"), expected(CABLE, 4, "Cable")),
                contents(
                        List.of(asset(1, LAMP, "Lamp", null), asset(2, LAMP, "Lamp", null)),
                        List.of(new PackedStock(CABLE, "Cable", 5, null, null, NOW))),
                List.of());
        assertThat(check.complete()).isFalse();
        assertThat(check.sentences()).containsExactly("lacks 1 power supply", "has 1 Cable too many");
    }

    @Test
    void aNamedAssetDoesNotStandInForAnyOther() {
        var named = asset(1, LAMP, "Lamp", null);
        var expected = List.of(
                expected(LAMP, 1, "Lamp"), new Expected(null, named.assetId(), null, 1, "LAMP-001 Lamp", LAMP, null));
        var alone = ContentsCheck.of(CASE, "FC-0001", expected, contents(List.of(named), List.of()), List.of());
        assertThat(alone.sentences()).containsExactly("lacks 1 Lamp");
        var both = ContentsCheck.of(
                CASE,
                "FC-0001",
                expected,
                contents(List.of(named, asset(2, LAMP, "Lamp", null)), List.of()),
                List.of());
        assertThat(both.complete()).isTrue();
        assertThat(both.sentences()).isEmpty();
    }

    @Test
    void anAssetReportedLostIsNotThere() {
        var lost = new PackedAsset(new UUID(5, 1), "LAMP-001", null, "LOST", LAMP, "Lamp", null, null, List.of(), NOW);
        var check = ContentsCheck.of(
                CASE, "FC-0001", List.of(expected(LAMP, 1, "Lamp")), contents(List.of(lost), List.of()), List.of());
        assertThat(check.sentences()).containsExactly("lacks 1 Lamp");
    }

    @Test
    void anInnerCaseThatLacksMakesTheOuterIncomplete() {
        var inner = ContentsCheck.of(
                new UUID(2, 2), "FC-0002", List.of(expected(LAMP, 1, "Lamp")), CaseContents.NOTHING, List.of());
        var contents = new CaseContents(
                List.of(),
                List.of(),
                List.of(new InnerCase(new UUID(2, 2), "FC-0002", "Small", CaseStatus.CLOSED, null, null)));
        var outer = ContentsCheck.of(
                CASE,
                "FC-0001",
                List.of(new Expected(null, null, new UUID(2, 2), 1, "FC-0002 Small", null, null)),
                contents,
                List.of(inner));
        assertThat(outer.lines().getFirst().lacking()).isZero();
        assertThat(outer.complete()).isFalse();
    }

    @Test
    void aPerJobCaseExpectsNothingAndHasNothingTooMany() {
        var check = ContentsCheck.of(
                CASE, "FC-0001", List.of(), contents(List.of(asset(1, LAMP, "Lamp", null)), List.of()), List.of());
        assertThat(check.complete()).isTrue();
        assertThat(check.extras()).isEmpty();
    }

    @Test
    void thePackingListGroupsAssetsAndIndentsInnerCases() {
        var inner = node(new UUID(2, 2), CASE, 4_000L, contents(List.of(asset(3, LAMP, "Lamp", 1_000L)), List.of()));
        var outer = node(
                CASE,
                null,
                20_000L,
                contents(
                        List.of(asset(1, LAMP, "Lamp", 1_000L), asset(2, LAMP, "Lamp", 1_000L)),
                        List.of(new PackedStock(CABLE, "Cable", 10, null, null, NOW))));
        assertThat(PackingList.lines(CaseTree.of(CASE, List.of(outer, inner))))
                .extracting(l ->
                        l.depth() + " " + l.quantity() + " " + l.name() + " " + l.numbers() + " " + l.weightGrams())
                .containsExactly(
                        "0 2 Lamp [LAMP-001, LAMP-002] 2000",
                        "0 10 Cable [] null",
                        "0 1 Case [FC-2] 4000",
                        "1 1 Lamp [LAMP-003] 1000");
    }

    @Test
    void theStatusMachineIsAsWritten() throws IOException {
        var written = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/case.md"));
        var table = Stream.of(CaseStatus.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains(table);
    }

    private static CaseContents contents(List<PackedAsset> assets, List<PackedStock> stock) {
        return new CaseContents(assets, stock, List.of());
    }

    private static PackedAsset asset(int running, UUID product, String name, @Nullable Long grams) {
        return new PackedAsset(
                new UUID(5, running),
                "%s-%03d".formatted(name.toUpperCase(java.util.Locale.ROOT), running),
                null,
                "AVAILABLE",
                product,
                name,
                grams,
                null,
                List.of(),
                NOW);
    }

    private static Expected expected(UUID product, long quantity, String label) {
        return new Expected(product, null, null, quantity, label, null, null);
    }

    private static CaseTree.Node node(UUID id, @Nullable UUID parent, @Nullable Long tare, CaseContents contents) {
        return new CaseTree.Node(
                id, parent, "FC-" + id.getLeastSignificantBits(), "Case", CaseStatus.OPEN, tare, null, contents);
    }
}
