package eventkit.availability.web;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.FreeNumbers;
import eventkit.core.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CatalogueLinesTests {
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void lines_are_written_as_jackson_would_write_them() {
        var random = new Random(20261122);
        var products = new ArrayList<UUID>();
        var numbers = new int[3 * 2_000]; // beyond the generator's buffer many times
        for (int i = 0; i < 2_000; i++) products.add(new UUID(random.nextLong(), random.nextLong()));
        for (int i = 0; i < numbers.length; i++) numbers[i] = random.nextInt() >> random.nextInt(32);
        requireSame(new CatalogueLines(FreeNumbers.of(products, numbers)));
    }

    @Test
    void nothing_and_the_ends_of_the_numbers_are_written_too() {
        requireSame(new CatalogueLines(FreeNumbers.of(List.of())));
        requireSame(new CatalogueLines(FreeNumbers.of(
                List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1, 2)),
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                0,
                -1,
                9,
                10,
                99,
                100,
                -100)));
    }

    private void requireSame(CatalogueLines lines) {
        var plain = mapper.writeValueAsString(Page.of(new ArrayList<>(lines)));
        assertThat(new String(mapper.writeValueAsBytes(Page.of(lines)), StandardCharsets.UTF_8))
                .isEqualTo(plain);
        assertThat(mapper.writeValueAsString(Page.of(lines))).isEqualTo(plain);
    }
}
