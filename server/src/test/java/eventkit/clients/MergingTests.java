package eventkit.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Whatever two clients look like: nothing that somebody entered is lost, and who stays keeps what it says. */
class MergingTests {
    private static final long SEED = 20_261_122;
    private final Random dice = new Random(SEED);

    private @Nullable String maybe(String... words) {
        return dice.nextBoolean() ? null : words[dice.nextInt(words.length)];
    }

    private List<String> some(String... words) {
        var result = new ArrayList<String>();
        for (var word : words) if (dice.nextBoolean()) result.add(word);
        return result;
    }

    private ClientDetails any(String name) {
        var contacts = new ArrayList<Contact.Line>();
        for (int i = dice.nextInt(4); i > 0; i--)
            contacts.add(new Contact.Line(
                    new ContactId(new UUID(dice.nextLong(), dice.nextLong())), "P" + i, null, null, null, i == 1));
        var addresses = new ArrayList<Address.Line>();
        for (int i = dice.nextInt(3); i > 0; i--)
            addresses.add(new Address.Line(
                    new AddressId(new UUID(dice.nextLong(), dice.nextLong())),
                    Address.Kind.OTHER,
                    null,
                    List.of("L" + i),
                    null,
                    null));
        var custom = new HashMap<String, JsonNode>();
        for (var key : some("Gate", "Dock", "Key")) custom.put(key, StringNode.valueOf(name));
        return new ClientDetails(
                name,
                maybe("C1", "C2"),
                maybe("DE136695976"),
                some("Street 1", "Town"),
                maybe("DE", "FR"),
                maybe("a@b.example", "c@d.example"),
                maybe("+49 1", "+49 2"),
                null,
                maybe("de", "en"),
                some("Tour", "Festival", "tv"),
                maybe("Note one", "Note two"),
                maybe("Billing"),
                null,
                maybe("PO 1"),
                dice.nextBoolean() ? null : (Integer) dice.nextInt(60),
                maybe("EUR", "CHF"),
                some("Robe", "Shure"),
                some("Noname"),
                custom,
                contacts,
                addresses);
    }

    @Test
    void losesNothingAndPrefersWhoStays() {
        for (int i = 0; i < 2_000; i++) {
            var into = any("Into");
            var from = any("From");
            var both = Merging.merged(into, from);
            assertThat(both.name()).isEqualTo("Into");
            assertThat(both.code()).isEqualTo(into.code() != null ? into.code() : from.code());
            assertThat(both.paymentDays())
                    .isEqualTo(into.paymentDays() != null ? into.paymentDays() : from.paymentDays());
            assertThat(both.contacts().stream().map(Contact.Line::id))
                    .containsAll(into.contacts().stream().map(Contact.Line::id).toList())
                    .containsAll(from.contacts().stream().map(Contact.Line::id).toList())
                    .hasSize(into.contacts().size() + from.contacts().size());
            assertThat(both.contacts().stream().filter(c -> Boolean.TRUE.equals(c.preferred())))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(both.addresses().stream().map(Address.Line::id))
                    .containsAll(from.addresses().stream().map(Address.Line::id).toList());
            if (!from.addressLines().isEmpty())
                assertThat(both.addressLines().equals(from.addressLines())
                                || both.addresses().stream()
                                        .anyMatch(a -> a.lines().equals(from.addressLines())))
                        .isTrue();
            assertThat(both.tags()).containsAll(into.tags()).doesNotHaveDuplicates();
            for (var tag : from.tags()) assertThat(both.tags()).anyMatch(tag::equalsIgnoreCase);
            assertThat(both.preferredBrands()).containsAll(from.preferredBrands());
            if (from.notes() != null) assertThat(both.notes()).contains(from.notes());
            if (into.notes() != null) assertThat(both.notes()).startsWith(into.notes());
            assertThat(both.custom()).containsAllEntriesOf(into.custom());
            assertThat(both.custom().keySet()).containsAll(from.custom().keySet());
            var again = Merging.merged(both, ClientDetails.named("Nothing more"));
            assertThat(again).isEqualTo(both);
        }
    }

    @Test
    void keepsListsWithinTheirLimits() {
        var many = new HashMap<String, JsonNode>();
        for (int i = 0; i < ClientRules.CUSTOM_MAX; i++) many.put("field " + i, StringNode.valueOf("x"));
        var into = ClientDetails.named("Into");
        var tags = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> "tag " + i)
                .toList();
        var from = new ClientDetails(
                "From",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                tags,
                "n".repeat(10_000),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                many,
                List.of(),
                List.of());
        var own = new ClientDetails(
                "Own",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of("mine"),
                "Mine",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of("mine", StringNode.valueOf("y")),
                List.of(),
                List.of());
        var both = Merging.merged(own, from);
        assertThat(both.tags()).hasSize(ClientRules.TAGS_MAX).contains("mine");
        assertThat(both.custom()).hasSize(ClientRules.CUSTOM_MAX).containsKey("mine");
        assertThat(both.notes()).hasSize(ClientRules.NOTES_MAX).startsWith("Mine");
        assertThat(Merging.merged(into, from).custom()).hasSize(ClientRules.CUSTOM_MAX);
    }
}
