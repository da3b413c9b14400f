package eventkit.finance;

/**
 * What is written to a client who has not paid.
 *
 * @param level 1 for the first
 * @param daysAfter how many days after the invoice is due
 */
public record ReminderStep(int level, int daysAfter, String title, String text) {}
