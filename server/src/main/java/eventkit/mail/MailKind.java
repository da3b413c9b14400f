package eventkit.mail;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What e-mails are written for. The name is the API's and stored; each has words in every language, and facts that may stand in them. */
public enum MailKind {
    TEST(false, "user"),
    INVITATION(false, "name", "user", "link", "until"),
    PASSWORD_RESET(false, "name", "link", "until"),
    PORTAL_CODE(false, "name", "code", "link", "until"),
    NOTICE(false, "name", "text", "link", "settings"),
    DIGEST(false, "name", "count", "list", "link", "settings"),
    REPORT(false, "name", "report", "user", "settings"),
    CLIENT_LETTER(true, "greeting", "client", "user", "deal"),
    ENQUIRY_ANSWER(true, "greeting", "client", "user", "deal"),
    FOLLOW_UP(true, "greeting", "client", "user", "deal"),
    THANKS(true, "greeting", "client", "user", "deal"),
    QUOTE(true, "greeting", "client", "user", "deal", "number", "sum", "until", "link"),
    INVOICE(true, "greeting", "client", "user", "deal", "number", "sum", "due"),
    CREDIT_NOTE(true, "greeting", "client", "user", "deal", "number", "sum"),
    REMINDER(true, "greeting", "client", "user", "deal", "number", "sum", "due", "text"),
    STATEMENT(true, "greeting", "client", "user", "deal", "sum", "until");

    private static final Set<String> OF_EVERY_LETTER = Set.of("greeting", "client", "user", "deal");

    private final boolean toClients;
    private final List<String> facts;

    MailKind(boolean toClients, String... facts) {
        this.toClients = toClients;
        this.facts = List.of(facts);
    }

    /** It says nothing but what is known of every client and deal, and goes without a paper. */
    public boolean plain() {
        return toClients && OF_EVERY_LETTER.containsAll(facts);
    }

    /** A person chooses it, and may change the words before it is sent. */
    public boolean toClients() {
        return toClients;
    }

    /** The fact without which whoever reads it can not get in; null: it lets nobody in. */
    @Nullable
    String needed() {
        return switch (this) {
            case INVITATION, PASSWORD_RESET -> "link";
            case PORTAL_CODE -> "code";
            case TEST,
                    NOTICE,
                    DIGEST,
                    REPORT,
                    CLIENT_LETTER,
                    ENQUIRY_ANSWER,
                    FOLLOW_UP,
                    THANKS,
                    QUOTE,
                    INVOICE,
                    CREDIT_NOTE,
                    REMINDER,
                    STATEMENT -> null;
        };
    }

    /** Names that may stand in double braces; {@code company} may everywhere. */
    public List<String> facts() {
        return facts;
    }
}
