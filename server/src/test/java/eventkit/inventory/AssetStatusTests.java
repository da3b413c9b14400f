package eventkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssetStatusTests {
    private static final Path GOLDEN = Path.of("..", "docs", "state-machines", "asset.md");

    /** A change of the machine is a diff that somebody reviews. Run with {@code EVENTKIT_UPDATE_GOLDEN=1} to write what is true now. */
    @Test
    void theMachineIsTheCommittedOne() throws IOException {
        var now = printed();
        if ("1".equals(System.getenv("EVENTKIT_UPDATE_GOLDEN"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, now);
        }
        assertThat(GOLDEN).exists().hasContent(now);
    }

    @Test
    void everyStatusIsReachedFromAvailable() {
        var reached = EnumSet.of(AssetStatus.AVAILABLE);
        for (int i = 0; i < AssetStatus.values().length; i++) {
            for (var status : EnumSet.copyOf(reached)) reached.addAll(status.successors());
        }
        assertThat(reached).containsExactlyInAnyOrder(AssetStatus.values());
    }

    @Test
    void nothingBecomesWhatItIsAndOnlyAnotherOwnerGivesBack() {
        for (var status : AssetStatus.values())
            assertThat(status.mayBecome(status)).as(status.name()).isFalse();
        assertThat(AssetStatus.TRANSFERRED.successors()).isEmpty();
    }

    private static String printed() {
        var text = new StringBuilder(
                "# Asset: status\n\nPrinted by a test from `AssetStatus`; what is not here is refused with `asset-status-forbids`.\n\n");
        text.append("| from | to | not fit for a job | gone |\n|---|---|---|---|\n");
        for (var status : AssetStatus.values()) {
            var to = status.successors().stream().map(Enum::name).collect(Collectors.joining(", "));
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            status,
                            to.isEmpty() ? "(nothing)" : to,
                            status.unfit() ? "yes" : "",
                            status.gone() ? "yes" : ""));
        }
        text.append("\n```mermaid\nstateDiagram-v2\n  [*] --> AVAILABLE\n");
        for (var status : AssetStatus.values())
            for (var to : status.successors()) text.append("  %s --> %s\n".formatted(status, to));
        return text.append("```\n").toString();
    }
}
