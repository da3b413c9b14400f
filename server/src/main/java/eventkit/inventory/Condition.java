package eventkit.inventory;

/**
 * What state a thing is in. Three are built in; the company has its own beside them.
 *
 * @param name what assets carry, upper case: {@code GOOD}, {@code SCRATCHED}
 * @param usable whether such a thing may go on a job
 * @param assets how many are in it
 */
public record Condition(
        String name, String label, boolean usable, boolean builtIn, int position, long assets, long version) {}
