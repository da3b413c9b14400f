package eventkit.mail;

import eventkit.mail.MailTemplates.Words;
import java.util.Set;

/** The words that come with EventKit. */
final class OurWords {
    static final Set<String> LOCALES = Set.of("en", "de");

    private OurWords() {}

    static Words of(MailKind kind, String locale) {
        return locale.equals("de") ? german(kind) : english(kind);
    }

    private static Words english(MailKind kind) {
        return switch (kind) {
            case TEST -> new Words("E-mail from {{company}} works", """
                    Hello {{user}},

                    if you read this, {{company}} can send e-mail from EventKit.
                    """);
            case INVITATION -> new Words("{{user}} invites you to {{company}}", """
                    Hello {{name}},

                    {{user}} invites you to work with {{company}} in EventKit. Choose a password here:

                    {{link}}

                    The link works once, until {{until}}.
                    """);
            case PASSWORD_RESET -> new Words("A new password for {{company}}", """
                    Hello {{name}},

                    here you choose a new password:

                    {{link}}

                    The link works once, until {{until}}. If you did not ask for it, do nothing: your password stays as it is.
                    """);
            case PORTAL_CODE -> new Words("Your code for {{company}}", """
                    Hello {{name}},

                    this is your code to see your quotes and invoices at {{company}}:

                    {{code}}

                    Type it where you asked for it, or open this in the same browser:

                    {{link}}

                    It works once, until {{until}}. Tell nobody; we never ask for it. If you did not ask for it, do nothing.
                    """);
            case NOTICE -> new Words("{{text}}", """
                    Hello {{name}},

                    {{text}}

                    {{link}}

                    You choose what you are told by e-mail here: {{settings}}
                    """);
            case DIGEST -> new Words("{{count}} new notifications from {{company}}", """
                    Hello {{name}},

                    this is new:

                    {{list}}

                    All of it: {{link}}

                    You choose what you are told by e-mail here: {{settings}}
                    """);
            case REPORT -> new Words("{{report}}", """
                    Hello {{name}},

                    the report "{{report}}" from {{company}} is enclosed. {{user}} has it sent to you.

                    You stop it here: {{settings}}
                    """);
            case CLIENT_LETTER -> new Words("{{deal}}", """
                    {{greeting}},



                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case ENQUIRY_ANSWER -> new Words("Your enquiry: {{deal}}", """
                    {{greeting}},

                    thank you for your enquiry. We are looking at it and will send you an offer within two working days.

                    If anything is to be added, simply answer this e-mail.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case FOLLOW_UP -> new Words("{{deal}}: do you have questions?", """
                    {{greeting}},

                    did our offer reach you, and does it fit? We would gladly talk it through with you and adapt what is missing.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case THANKS -> new Words("Thank you: {{deal}}", """
                    {{greeting}},

                    thank you for working with us. We hope that everything went as you wished; tell us if something could be better next time.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case QUOTE -> new Words("{{deal}}: our quote {{number}}", """
                    {{greeting}},

                    here is our quote {{number}} for {{deal}}, {{sum}} with VAT. You find it attached, and here, where you can choose options, ask and accept:

                    {{link}}

                    It is valid until {{until}}. If anything is to be changed, simply answer this e-mail.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case INVOICE -> new Words("{{deal}}: invoice {{number}}", """
                    {{greeting}},

                    attached you find our invoice {{number}} for {{deal}}, {{sum}} with VAT. Please pay it until {{due}}.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case CREDIT_NOTE -> new Words("{{deal}}: credit note {{number}}", """
                    {{greeting}},

                    attached you find our credit note {{number}} for {{deal}}, {{sum}} with VAT.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case REMINDER -> new Words("Invoice {{number}} is still open", """
                    {{greeting}},

                    {{text}}

                    Invoice {{number}} for {{deal}} was due on {{due}}; {{sum}} are open. You find it attached once more.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
            case STATEMENT -> new Words("Your account with {{company}}", """
                    {{greeting}},

                    attached you find what is open between us on {{until}}: {{sum}}.

                    Kind regards
                    {{user}}
                    {{company}}
                    """);
        };
    }

    private static Words german(MailKind kind) {
        return switch (kind) {
            case TEST -> new Words("E-Mail von {{company}} funktioniert", """
                    Hallo {{user}},

                    wenn Sie dies lesen, kann {{company}} aus EventKit E-Mails senden.
                    """);
            case INVITATION -> new Words("{{user}} lädt Sie zu {{company}} ein", """
                    Hallo {{name}},

                    {{user}} lädt Sie ein, in EventKit mit {{company}} zu arbeiten. Hier wählen Sie ein Passwort:

                    {{link}}

                    Der Link gilt einmal, bis {{until}}.
                    """);
            case PASSWORD_RESET -> new Words("Ein neues Passwort für {{company}}", """
                    Hallo {{name}},

                    hier wählen Sie ein neues Passwort:

                    {{link}}

                    Der Link gilt einmal, bis {{until}}. Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ihr Passwort bleibt, wie es ist.
                    """);
            case PORTAL_CODE -> new Words("Ihr Code für {{company}}", """
                    Guten Tag {{name}},

                    mit diesem Code sehen Sie Ihre Angebote und Rechnungen bei {{company}}:

                    {{code}}

                    Geben Sie ihn dort ein, wo Sie ihn angefordert haben, oder öffnen Sie dies im selben Browser:

                    {{link}}

                    Er gilt einmal, bis {{until}}. Sagen Sie ihn niemandem; wir fragen nie danach. Wenn Sie ihn nicht angefordert haben, tun Sie nichts.
                    """);
            case NOTICE -> new Words("{{text}}", """
                    Hallo {{name}},

                    {{text}}

                    {{link}}

                    Was Sie per E-Mail erfahren, wählen Sie hier: {{settings}}
                    """);
            case DIGEST -> new Words("{{count}} neue Mitteilungen von {{company}}", """
                    Hallo {{name}},

                    das ist neu:

                    {{list}}

                    Alles: {{link}}

                    Was Sie per E-Mail erfahren, wählen Sie hier: {{settings}}
                    """);
            case REPORT -> new Words("{{report}}", """
                    Guten Tag {{name}},

                    der Bericht "{{report}}" von {{company}} liegt bei. {{user}} lässt ihn Ihnen schicken.

                    Hier beenden Sie das: {{settings}}
                    """);
            case CLIENT_LETTER -> new Words("{{deal}}", """
                    {{greeting}},



                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case ENQUIRY_ANSWER -> new Words("Ihre Anfrage: {{deal}}", """
                    {{greeting}},

                    vielen Dank für Ihre Anfrage. Wir sehen sie uns an und senden Ihnen innerhalb von zwei Werktagen ein Angebot.

                    Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese E-Mail.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case FOLLOW_UP -> new Words("{{deal}}: Haben Sie noch Fragen?", """
                    {{greeting}},

                    hat Sie unser Angebot erreicht, und passt es? Gern sprechen wir es mit Ihnen durch und ergänzen, was fehlt.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case THANKS -> new Words("Vielen Dank: {{deal}}", """
                    {{greeting}},

                    vielen Dank für die Zusammenarbeit. Wir hoffen, dass alles nach Ihren Wünschen war; sagen Sie uns, was wir besser machen können.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case QUOTE -> new Words("{{deal}}: unser Angebot {{number}}", """
                    {{greeting}},

                    anbei unser Angebot {{number}} für {{deal}} über {{sum}} einschließlich MwSt. Sie finden es im Anhang und hier, wo Sie Optionen wählen, nachfragen und zusagen können:

                    {{link}}

                    Es gilt bis {{until}}. Wenn etwas zu ändern ist, antworten Sie einfach auf diese E-Mail.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case INVOICE -> new Words("{{deal}}: Rechnung {{number}}", """
                    {{greeting}},

                    anbei unsere Rechnung {{number}} für {{deal}} über {{sum}} einschließlich MwSt. Bitte zahlen Sie sie bis {{due}}.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case CREDIT_NOTE -> new Words("{{deal}}: Gutschrift {{number}}", """
                    {{greeting}},

                    anbei unsere Gutschrift {{number}} für {{deal}} über {{sum}} einschließlich MwSt.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case REMINDER -> new Words("Rechnung {{number}} ist noch offen", """
                    {{greeting}},

                    {{text}}

                    Die Rechnung {{number}} für {{deal}} war am {{due}} fällig; {{sum}} sind offen. Wir legen sie noch einmal bei.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
            case STATEMENT -> new Words("Ihr Konto bei {{company}}", """
                    {{greeting}},

                    anbei senden wir Ihnen, was am {{until}} zwischen uns offen ist: {{sum}}.

                    Mit freundlichen Grüßen
                    {{user}}
                    {{company}}
                    """);
        };
    }
}
