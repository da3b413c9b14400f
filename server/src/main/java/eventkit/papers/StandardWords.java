package eventkit.papers;

import java.util.Locale;

/** What papers say where the company has no words of its own. */
final class StandardWords {
    private StandardWords() {}

    static String intro(PaperKind kind, Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        return switch (kind) {
            case QUOTE ->
                german
                        ? "Vielen Dank für Ihre Anfrage. Gern bieten wir Ihnen an:"
                        : "Thank you for your enquiry. We are pleased to offer you:";
            case INVOICE ->
                german
                        ? "Vielen Dank für Ihren Auftrag. Wir erlauben uns zu berechnen:"
                        : "Thank you for your order. We invoice:";
            case DEPOSIT_INVOICE ->
                german
                        ? "Vielen Dank für Ihren Auftrag. Wie vereinbart berechnen wir eine Anzahlung:"
                        : "Thank you for your order. As agreed, we invoice a deposit:";
            case CREDIT_NOTE -> german ? "Wir schreiben Ihnen gut:" : "We credit to you:";
            case REMINDER ->
                german
                        ? "Sicher ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Rechnungen sind noch offen."
                        : "It may have escaped your attention: the following invoices are still open.";
            case STATEMENT -> german ? "Ihr Konto bei uns am {{date}}:" : "Your account with us on {{date}}:";
        };
    }

    static String closing(PaperKind kind, Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        return switch (kind) {
            case QUOTE ->
                german
                        ? "{{#validUntil}}Dieses Angebot gilt bis zum {{validUntil}}. {{/validUntil}}Wir freuen uns auf Ihre Veranstaltung."
                        : "{{#validUntil}}This quote is valid until {{validUntil}}. {{/validUntil}}We look forward to your event.";
            case INVOICE, DEPOSIT_INVOICE ->
                german
                        ? "{{#dueOn}}Bitte überweisen Sie {{due}} bis zum {{dueOn}}.{{/dueOn}}"
                        : "{{#dueOn}}Please pay {{due}} by {{dueOn}}.{{/dueOn}}";
            case CREDIT_NOTE ->
                german
                        ? "Den Betrag verrechnen wir mit offenen Rechnungen oder zahlen ihn aus."
                        : "We set the amount off against open invoices or pay it out.";
            case REMINDER ->
                german
                        ? "Bitte überweisen Sie {{due}}{{#dueOn}} bis zum {{dueOn}}{{/dueOn}}. Haben sich unsere Schreiben gekreuzt, betrachten Sie dieses als erledigt."
                        : "Please pay {{due}}{{#dueOn}} by {{dueOn}}{{/dueOn}}. If you have paid in the meantime, please take no notice of this letter.";
            case STATEMENT -> "";
        };
    }
}
