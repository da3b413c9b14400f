package eventkit.notifications;

import eventkit.core.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people are told about. The name is the API's and stored; whoever holds the permission is told. */
public enum NotificationType {
    LOW_STOCK(Permission.STOCK_ADJUST, "{label} is running low: {quantity} left"),
    DAMAGE_REPORTED(Permission.MAINTENANCE_EDIT, "{label} was reported damaged"),
    REPAIR_REPORTED(Permission.MAINTENANCE_EDIT, "Repair {number} was reported: {item}"),
    INSPECTION_FAILED(Permission.MAINTENANCE_EDIT, "{label} failed the inspection {plan}"),
    MAINTENANCE_DUE(Permission.MAINTENANCE_PLAN, "Inspections overdue: {overdue}, due soon: {dueSoon}"),
    TRANSFER_DIFFERENCE(
            Permission.MOVE, "Transfer {label} arrived with differences: {missing} missing, {surplus} surplus"),
    EVENT_RAN_SHORT(Permission.EVENT_CONFIRM, "{label} runs short: {lacking}"),
    TASK_DUE(null, "{subject}: {label}"),
    IMPORT_FINISHED(null, "The import {label} is finished"),
    IMPORT_FAILED(null, "The import {label} failed");

    private final @Nullable Permission permission;
    private final String pattern;

    NotificationType(@Nullable Permission permission, String pattern) {
        this.permission = permission;
        this.pattern = pattern;
    }

    /** Who is told; null where it is whoever asked for the work. */
    public @Nullable Permission permission() {
        return permission;
    }

    /** In English, for programs that do not know the type; screens say it in the reader's language. */
    String text(@Nullable String label, Map<String, ?> facts) {
        var text = pattern.replace("{label}", label == null ? "" : label);
        for (var fact : facts.entrySet())
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        return text;
    }
}
