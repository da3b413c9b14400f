package eventkit.core;

/** Everything a role may allow. The name is the API's; group and description are for the people who edit roles. */
public enum Permission {
    COMPANY_EDIT("Company", "Change the company's details and settings"),
    USER_READ("People", "See users and their roles"),
    USER_EDIT("People", "Invite, change and suspend users"),
    ROLE_EDIT("People", "Create and change roles"),
    AUDIT_READ("People", "Read the whole audit trail"),
    JOB_MANAGE("People", "See and cancel everybody's background jobs"),
    MAIL_MANAGE("Company", "Set the mail server, change the words of e-mails, see and repeat what was sent"),
    PRODUCT_READ("Equipment", "See products, categories and kits"),
    PRODUCT_EDIT("Equipment", "Create and change products and categories"),
    KIT_EDIT("Equipment", "Create and change kits"),
    ASSET_READ("Equipment", "See assets, cases and stock"),
    ASSET_EDIT("Equipment", "Register and change assets"),
    ASSET_DISPOSE("Equipment", "Retire, sell, write off and transfer ownership of assets"),
    ASSET_COST_READ("Equipment", "See purchase costs, insurance and book values"),
    CASE_EDIT("Equipment", "Create, change and pack cases"),
    STOCK_ADJUST("Equipment", "Count and correct bulk and consumable stock"),
    LOCATION_READ("Warehouse", "See locations"),
    LOCATION_EDIT("Warehouse", "Create and change locations"),
    MOVE("Warehouse", "Move equipment and transfer it between warehouses"),
    SCAN("Warehouse", "Scan equipment out and in, and pack by scanning"),
    SCAN_ADD("Warehouse", "Take along what is not on the list"),
    DEVICE_MANAGE("Warehouse", "See and revoke everybody's scanning devices"),
    RESERVE("Planning", "Reserve equipment, and record that it went out and came back"),
    OVERBOOK("Planning", "Reserve equipment that is not free, with a reason"),
    MAINTENANCE_READ("Maintenance", "See repairs and inspections"),
    MAINTENANCE_EDIT("Maintenance", "Report and finish repairs, record inspections"),
    MAINTENANCE_PLAN("Maintenance", "Change inspection plans"),
    VENUE_READ("Planning", "See venues with their rooms, power and rigging points"),
    VENUE_EDIT("Planning", "Create and change venues"),
    CLIENT_READ("Planning", "See clients and their contacts"),
    CLIENT_EDIT("Planning", "Create and change clients"),
    DEAL_READ("Sales", "See deals and what was said to clients"),
    DEAL_EDIT("Sales", "Create, change and move deals and activities"),
    PIPELINE_EDIT("Sales", "Change pipelines and their stages"),
    QUOTE_READ("Sales", "See quotes and prices"),
    QUOTE_EDIT("Sales", "Create, change and send quotes"),
    QUOTE_APPROVE("Sales", "Approve quotes whose discount is beyond a person's limit"),
    QUOTE_MARGIN_READ("Sales", "See what quotes cost and what is earned with them"),
    PORTAL_EDIT("Sales", "Let contacts of clients sign in to the portal, where they see their quotes and invoices"),
    PRICE_EDIT("Sales", "Change price lists, factors of days, rates and limits of discounts"),
    INVOICE_READ("Finance", "See invoices, payments and statements"),
    INVOICE_EDIT("Finance", "Write, issue and credit invoices, enter payments, remind of them"),
    COST_READ("Finance", "See what events cost and earn"),
    COST_EDIT("Finance", "Enter costs of events and close them out"),
    LEDGER_READ("Finance", "See the ledger, the chart of accounts and the settings of finance"),
    LEDGER_EDIT("Finance", "Post by hand, close months, change accounts, series and VAT rates"),
    SOURCE_READ("Planning", "See sub-hires, and what is to be bought and sold"),
    SOURCE_EDIT("Planning", "Sub-hire equipment, and plan what is bought and sold"),
    EVENT_READ("Planning", "See projects, events and pull lists"),
    EVENT_EDIT("Planning", "Create and change projects, events and pull lists"),
    EVENT_CONFIRM("Planning", "Confirm events, take that back, and change types of events"),
    PULL_LIST_UNLOCK("Planning", "Change pull lists that the warehouse works from"),
    FILE_READ("Documents", "Open photos, manuals and documents"),
    FILE_EDIT("Documents", "Add and remove photos, manuals and documents"),
    LABEL_PRINT("Tools", "Print labels"),
    LABEL_EDIT("Tools", "Change label formats"),
    IMPORT("Tools", "Import data from files"),
    EXPORT("Tools", "Export lists"),
    REPORT_READ("Tools", "See reports of what they may see, and get them by e-mail"),
    VIEW_SHARE("Tools", "Share saved views with everybody");

    private final String group;
    private final String description;

    Permission(String group, String description) {
        this.group = group;
        this.description = description;
    }

    public String group() {
        return group;
    }

    public String description() {
        return description;
    }
}
