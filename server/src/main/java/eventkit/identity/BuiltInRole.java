package eventkit.identity;

import static eventkit.core.Permission.*;

import eventkit.core.Permission;
import java.util.EnumSet;
import java.util.Set;

/** The roles every company starts with. Their names and permissions may be changed afterwards, the Owner's may not. */
enum BuiltInRole {
    OWNER("Owner", EnumSet.allOf(Permission.class)),
    ADMIN("Admin", EnumSet.allOf(Permission.class)),
    INVENTORY_MANAGER(
            "Inventory manager",
            EnumSet.complementOf(EnumSet.of(
                    COMPANY_EDIT,
                    USER_READ,
                    USER_EDIT,
                    ROLE_EDIT,
                    AUDIT_READ,
                    JOB_MANAGE,
                    MAIL_MANAGE,
                    DEAL_READ,
                    DEAL_EDIT,
                    PIPELINE_EDIT,
                    QUOTE_READ,
                    QUOTE_EDIT,
                    QUOTE_APPROVE,
                    QUOTE_MARGIN_READ,
                    PORTAL_EDIT,
                    PRICE_EDIT,
                    INVOICE_READ,
                    INVOICE_EDIT,
                    COST_READ,
                    COST_EDIT,
                    LEDGER_READ,
                    LEDGER_EDIT))),
    WAREHOUSE(
            "Warehouse",
            EnumSet.of(
                    PRODUCT_READ,
                    ASSET_READ,
                    ASSET_EDIT,
                    CASE_EDIT,
                    STOCK_ADJUST,
                    LOCATION_READ,
                    LOCATION_EDIT,
                    MOVE,
                    SCAN,
                    SCAN_ADD,
                    RESERVE,
                    MAINTENANCE_READ,
                    MAINTENANCE_EDIT,
                    VENUE_READ,
                    EVENT_READ,
                    EVENT_EDIT,
                    FILE_READ,
                    FILE_EDIT,
                    LABEL_PRINT,
                    EXPORT)),
    PLANNER(
            "Planner",
            EnumSet.of(
                    PRODUCT_READ,
                    PRODUCT_EDIT,
                    KIT_EDIT,
                    ASSET_READ,
                    CASE_EDIT,
                    LOCATION_READ,
                    RESERVE,
                    MAINTENANCE_READ,
                    VENUE_READ,
                    VENUE_EDIT,
                    CLIENT_READ,
                    CLIENT_EDIT,
                    DEAL_READ,
                    QUOTE_READ,
                    COST_READ,
                    COST_EDIT,
                    SOURCE_READ,
                    SOURCE_EDIT,
                    EVENT_READ,
                    EVENT_EDIT,
                    EVENT_CONFIRM,
                    PULL_LIST_UNLOCK,
                    FILE_READ,
                    FILE_EDIT,
                    LABEL_PRINT,
                    EXPORT,
                    REPORT_READ)),
    SALES(
            "Sales",
            EnumSet.of(
                    PRODUCT_READ,
                    ASSET_READ,
                    LOCATION_READ,
                    VENUE_READ,
                    CLIENT_READ,
                    CLIENT_EDIT,
                    DEAL_READ,
                    DEAL_EDIT,
                    PIPELINE_EDIT,
                    QUOTE_READ,
                    QUOTE_EDIT,
                    QUOTE_MARGIN_READ,
                    PORTAL_EDIT,
                    PRICE_EDIT,
                    INVOICE_READ,
                    COST_READ,
                    EVENT_READ,
                    EVENT_EDIT,
                    FILE_READ,
                    EXPORT,
                    REPORT_READ)),
    FINANCE(
            "Finance",
            EnumSet.of(
                    PRODUCT_READ,
                    ASSET_READ,
                    ASSET_COST_READ,
                    LOCATION_READ,
                    MAINTENANCE_READ,
                    VENUE_READ,
                    CLIENT_READ,
                    CLIENT_EDIT,
                    DEAL_READ,
                    QUOTE_READ,
                    QUOTE_APPROVE,
                    QUOTE_MARGIN_READ,
                    INVOICE_READ,
                    INVOICE_EDIT,
                    COST_READ,
                    COST_EDIT,
                    LEDGER_READ,
                    LEDGER_EDIT,
                    EVENT_READ,
                    FILE_READ,
                    EXPORT,
                    REPORT_READ)),
    CREW("Crew", EnumSet.of(PRODUCT_READ, ASSET_READ, LOCATION_READ, VENUE_READ, EVENT_READ, FILE_READ)),
    READ_ONLY(
            "Read-only",
            EnumSet.of(
                    PRODUCT_READ,
                    ASSET_READ,
                    LOCATION_READ,
                    MAINTENANCE_READ,
                    VENUE_READ,
                    CLIENT_READ,
                    EVENT_READ,
                    FILE_READ));

    private final String label;
    private final Set<Permission> permissions;

    BuiltInRole(String label, Set<Permission> permissions) {
        this.label = label;
        this.permissions = permissions;
    }

    String label() {
        return label;
    }

    Set<Permission> permissions() {
        return permissions;
    }
}
