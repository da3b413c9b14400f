package eventkit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bookkeeping program hledger, asked about a journal of ours. */
public final class Hledger {
    private final Path journal;

    public Hledger(byte[] text) {
        try {
            journal = Files.createTempFile("eventkit", ".journal");
            journal.toFile().deleteOnExit();
            Files.write(journal, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All entries balance, all accounts and commodities are declared. */
    public void check() {
        run("check", "--strict");
    }

    /** Revenue less cost of each event in the minor unit, by its number. Events that come to nothing may be left out. */
    public Map<String, Long> profitByEvent(String currency) {
        var result = new HashMap<String, Long>();
        for (var row : run(
                        "balance", "-B", "-N", "--flat", "--pivot", "event", "-O", "csv", "acct:^(Revenues|Expenses):")
                .split("\n")) {
            var cells = row.strip().replaceAll("^\"|\"$", "").split("\",\"");
            if (cells.length < 2 || cells[0].equals("account") || cells[0].isBlank()) continue;
            var amount = cells[1].equals("0") ? BigDecimal.ZERO : new BigDecimal(cells[1].replace(" " + currency, ""));
            result.put(cells[0], -amount.movePointRight(2).longValueExact());
        }
        return result;
    }

    private String run(String... arguments) {
        var command = new ArrayList<>(List.of("hledger", "-f", journal.toString()));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new AssertionError(command + " says:\n" + said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("hledger is needed: apt-get install hledger, or brew install hledger", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
