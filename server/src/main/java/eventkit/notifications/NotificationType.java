package eventkit.notifications;

import eventkit.core.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about. The name is the API's and stored; whoever holds the permission is told. By e-mail it is told as {@link #mail} says unless
 * somebody chose otherwise, and only where a mail server is set.
 */
public enum NotificationType {
    NEW_ENQUIRY(Permission.DEAL_EDIT, MailWay.AT_ONCE, "New enquiry: {label}", "Neue Anfrage: {label}"),
    LOW_STOCK(
            Permission.STOCK_ADJUST,
            MailWay.OFF,
            "{label} is running low: {quantity} left",
            "{label} geht zur Neige: noch {quantity}"),
    DAMAGE_REPORTED(
            Permission.MAINTENANCE_EDIT,
            MailWay.OFF,
            "{label} was reported damaged",
            "{label} wurde beschädigt gemeldet"),
    REPAIR_REPORTED(
            Permission.MAINTENANCE_EDIT,
            MailWay.OFF,
            "Repair {number} was reported: {item}",
            "Reparatur {number} wurde gemeldet: {item}"),
    INSPECTION_FAILED(
            Permission.MAINTENANCE_EDIT,
            MailWay.OFF,
            "{label} failed the inspection {plan}",
            "{label} hat die Prüfung {plan} nicht bestanden"),
    MAINTENANCE_DUE(
            Permission.MAINTENANCE_EDIT,
            MailWay.OFF,
            "Inspections overdue: {overdue}, due soon: {dueSoon}",
            "Prüfungen überfällig: {overdue}, bald fällig: {dueSoon}"),
    TRANSFER_DIFFERENCE(
            Permission.MOVE,
            MailWay.OFF,
            "Transfer {label} arrived with differences: {missing} missing, {surplus} surplus",
            "Umlagerung {label} kam mit Abweichungen an: {missing} fehlen, {surplus} zu viel"),
    SUB_HIRE_REQUESTED(
            Permission.SOURCE_EDIT,
            MailWay.OFF,
            "Sub-hire {label} was requested: {quantity} × {item}",
            "Zumietung {label} wurde angefragt: {quantity} × {item}"),
    EVENT_RAN_SHORT(
            Permission.SOURCE_EDIT, MailWay.OFF, "{label} runs short: {lacking}", "{label} fehlt etwas: {lacking}"),
    EVENT_TOMORROW(Permission.EVENT_CONFIRM, MailWay.AT_ONCE, "{label} begins tomorrow", "{label} beginnt morgen"),
    RETURN_OVERDUE(
            Permission.RESERVE,
            MailWay.OFF,
            "The equipment of {label} should be back",
            "Das Material von {label} sollte zurück sein"),
    QUOTE_APPROVAL(
            Permission.QUOTE_APPROVE, MailWay.AT_ONCE, "{label} waits for approval", "{label} wartet auf Freigabe"),
    QUOTE_ACCEPTED(Permission.EVENT_CONFIRM, MailWay.OFF, "{label} was accepted", "{label} wurde angenommen"),
    OFFER_WAITS(
            Permission.EVENT_CONFIRM,
            MailWay.AT_ONCE,
            "{label} was accepted, but not everything is free: {message}",
            "{label} wurde angenommen, aber nicht alles ist frei: {message}"),
    QUOTE_DECLINED(
            Permission.QUOTE_EDIT, MailWay.OFF, "{label} was declined: {reason}", "{label} wurde abgelehnt: {reason}"),
    CLIENT_REMARKED(Permission.QUOTE_EDIT, MailWay.OFF, "{name} about {label}: {text}", "{name} zu {label}: {text}"),
    INVOICE_DUE(
            Permission.INVOICE_EDIT,
            MailWay.OFF,
            "{label} of {client} is due: {open} are open",
            "{label} von {client} ist fällig: {open} sind offen"),
    TASK_DUE(null, MailWay.AT_ONCE, "{subject}: {label}", "{subject}: {label}"),
    IMPORT_FINISHED(null, MailWay.OFF, "The import {label} is finished", "Der Import {label} ist fertig"),
    IMPORT_FAILED(null, MailWay.OFF, "The import {label} failed", "Der Import {label} ist gescheitert");

    private final @Nullable Permission permission;
    private final MailWay mail;
    private final String pattern;
    private final String german;

    NotificationType(@Nullable Permission permission, MailWay mail, String pattern, String german) {
        this.permission = permission;
        this.mail = mail;
        this.pattern = pattern;
        this.german = german;
    }

    /** Who is told; null where it is whoever asked for the work. */
    public @Nullable Permission permission() {
        return permission;
    }

    MailWay mail() {
        return mail;
    }

    /** In English, for programs that do not know the type; screens say it in the reader's language. */
    String text(@Nullable String label, Map<String, ?> facts) {
        return filled(pattern, label, facts);
    }

    /** In the language of whoever reads the e-mail. */
    String text(String locale, @Nullable String label, Map<String, ?> facts) {
        return filled(locale.equals("de") ? german : pattern, label, facts);
    }

    private static String filled(String pattern, @Nullable String label, Map<String, ?> facts) {
        var text = pattern.replace("{label}", label == null ? "" : label);
        for (var fact : facts.entrySet())
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        return text;
    }
}
