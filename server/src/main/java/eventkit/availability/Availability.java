package eventkit.availability;

import eventkit.core.Needs;
import eventkit.core.Period;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is free, when, where, and why. Every path asks here. */
public interface Availability {
    /** How many lines one claim may have. */
    int LINES_MAX = 20_000;

    /** How many pieces one line may want. */
    int PIECES_MAX = 1_000_000;

    /** How long one line may take stock. */
    int DAYS_MAX = 3_660;

    /** Nothing takes stock from then on; seconds are counted in 32 bits. */
    Instant LATEST = Instant.parse("2068-01-01T00:00:00Z");

    /** @param known how it was believed then; null for now */
    record Question(StockKey stock, Period period) {}

    /** One step of a stock's timeline: so much is free from then on. */
    record Step(Instant from, int firm, int worst) {}

    /** What is free of one product. */
    record ProductFree(UUID product, Free free) {}

    /** The three numbers of each, in the order of the questions. */
    @Needs(Permission.ASSET_READ)
    List<Free> free(List<Question> questions);

    /** Of every product that anything is known about in a warehouse; what is not in it has none. */
    @Needs(Permission.ASSET_READ)
    ProductsFree catalogue(UUID warehouse, Period period);

    /** How much is free at each moment of the period; the first step is at its beginning. */
    @Needs(Permission.ASSET_READ)
    List<Step> timeline(StockKey stock, Period period);

    /** The same of many, all as of one moment, in the order of the stocks. */
    @Needs(Permission.ASSET_READ)
    List<List<Step>> timelines(List<StockKey> stocks, Period period);

    /** Every entry behind the numbers of a period, as believed at a moment; null for now (rule 10). */
    @Needs(Permission.ASSET_READ)
    Explanation explain(StockKey stock, Period period, @Nullable Instant knownAt);

    /**
     * How many nobody would miss, were they gone for good: firmly free at every moment of the period, where what an inspection takes that falls due from
     * {@code fit} on is counted as there. It is done by then, wherever the piece is.
     */
    @Needs(Permission.ASSET_READ)
    int spare(StockKey stock, Period period, Instant fit);

    /**
     * Holds all lines of the claim in place of all that its owner held before, or refuses and leaves everything as it was. Only a confirmed claim can be
     * refused for what is short; all others are noted. In the transaction around, or durable at once where there is none.
     *
     * <p>Throws {@link NotEnough}, {@link AssetPromised}, {@link eventkit.core.Invalid} (fields {@code lines[i].quantity}).
     */
    @Needs(Permission.RESERVE)
    void claim(Claim claim);

    /** What would refuse the claim were it made now; holds nothing. */
    @Needs(Permission.ASSET_READ)
    List<Shortage> shortages(Claim claim);

    /** How each line of the claim fits into what is free for its owner; holds nothing. Whatever the claim's standing is, as if it were confirmed now. */
    @Needs(Permission.ASSET_READ)
    Fit fit(Claim claim);

    /** The same, were the claims of others made first, in place of what those hold. */
    @Needs(Permission.ASSET_READ)
    Fit fit(Claim claim, List<Claim> others);

    /** Everything that is promised from now on and is not there, by when that begins (rule 4). */
    @Needs(Permission.ASSET_READ)
    List<Shortfall> shortfalls();

    /** What would be lacking to whom, did the first owner come before the other. */
    @Needs(Permission.ASSET_READ)
    List<Shortfall> shortfalls(UUID owner, UUID before);

    /** So many pieces of one stock that an owner is promised from now on, and that are not there, at their worst moment. */
    record Lacking(UUID owner, StockKey stock, int quantity) {}

    /** What {@link #shortfalls} tells of these stocks, without names and holders: for drawing. */
    @Needs(Permission.ASSET_READ)
    List<Lacking> lacking(Collection<StockKey> stocks);

    /** From now on until the transaction around ends, nobody else changes anything. */
    @Needs(Permission.RESERVE)
    void standStill();

    /** Lets go all that the owner holds; nothing where it holds nothing. */
    @Needs(Permission.RESERVE)
    void release(UUID owner);

    /** Where stock is short, the first comes before the other from now on (rule 4). False where it does already, or where one of them holds nothing. */
    @Needs(Permission.OVERBOOK)
    boolean prioritise(UUID owner, UUID before);

    /** Since when it is confirmed, or counts as confirmed; empty where it is not. */
    @Needs(Permission.ASSET_READ)
    Optional<Instant> standsSince(UUID owner);

    /** Takes a priority back: it counts as confirmed since that moment. */
    @Needs(Permission.OVERBOOK)
    void standSince(UUID owner, Instant since);

    /**
     * So many pieces of a line.
     *
     * @param asset the very one that is moved, as far as anybody knows: it comes back by its own booking, is counted once though it is damaged or lost, and
     *     counts as back when its register says so
     */
    record Moved(
            UUID line,
            StockKey stock,
            int quantity,
            @Nullable UUID asset) {
        public Moved(UUID line, StockKey stock, int quantity) {
            this(line, stock, quantity, null);
        }

        /** One asset. */
        public static Moved of(UUID line, StockKey stock, UUID asset) {
            return new Moved(line, stock, 1, asset);
        }

        /** Where it is moved from: everything that is the same for what one line wants of one stock. */
        Moved place() {
            return new Moved(line, stock, 0);
        }
    }

    /** Says what is to come or to go and is in no register, in place of what was said of it before. */
    @Needs(Permission.SOURCE_EDIT)
    void offer(Offer offer);

    /** It does not come, or is in a register by now. */
    @Needs(Permission.SOURCE_EDIT)
    void withdraw(UUID offer);

    /** Holds what the server believes against a plain recount of all rows, and the rows against what the registers say. Empty: all is well. */
    @Needs(Permission.ASSET_READ)
    List<String> check();
}
