package eventkit.demo;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** One sheet of rows for each table, filled in the order of the story and sent in the order of the foreign keys. */
final class Sheets implements AutoCloseable {
    private final List<Rows> all = new ArrayList<>();
    final Rows categories =
            sheet("catalogue.category (id, parent_id, name, position, attributes, prep_minutes, turnaround_minutes)");
    final Rows products = sheet(
            "catalogue.product (id, kind, manufacturer, model, name, category_id, number_prefix, weight_grams, width_millimetres, height_millimetres,"
                    + " depth_millimetres, power_watts, connectors, replacement_value_minor, hire_price_minor, currency, country_of_origin, attributes,"
                    + " manual_url, product_url, version, created_at)");
    final Rows accessories = sheet("catalogue.accessory (product_id, accessory_id, quantity, mode, position)");
    final Rows alternatives = sheet("catalogue.alternative (product_id, alternative_id, position)");
    final Rows kits =
            sheet("catalogue.kit (id, code, name, description, mode, hire_price_minor, currency, created_at)");
    final Rows components =
            sheet("catalogue.kit_component (kit_id, position, product_id, sub_kit_id, quantity, optional)");
    final Rows conditions = sheet("inventory.condition (name, id, label, usable, built_in, position)");
    final Rows locations = sheet(
            "inventory.location (id, parent_id, kind, name, code, address, path, warehouse_id, position, walking_order, created_at)");
    final Rows numbers = sheet("inventory.number_sequence (prefix, next)");
    final Rows assets = sheet(
                    "inventory.asset (id, product_id, number, serial, status, status_since, condition, location_id, home_location_id, purchase_date, supplier,"
                            + " purchase_cost_minor, insurance_value_minor, currency, depreciation, useful_life_months, residual_value_minor, declining_percent,"
                            + " quarantined_at, quarantine_reason, out_for, lost_at, disposed_at, disposed_to, disposal_price_minor, disposal_reason, version,"
                            + " created_at)")
            .many();
    final Rows aliases = sheet("inventory.asset_alias (code, shown, asset_id, symbology, added_at)");
    final Rows movements = sheet(
                    "inventory.asset_movement (id, asset_id, at, actor_id, actor_name, from_location_id, to_location_id, from_status, to_status, reason, reference)")
            .many();
    final Rows levels = sheet("stock.level (id, product_id, location_id, quantity, counted_at, changed_at, version)");
    final Rows entries = sheet(
            "stock.entry (id, product_id, location_id, sequence, kind, delta, resulting, reason, note, operation_id, pair_id, ref_kind, ref_id, ref_label,"
                    + " at, by_id, by_name)");
    final Rows reorders =
            sheet("stock.reorder (product_id, par_level, reorder_point, reorder_quantity, supplier, low_since)");
    final Rows cases = sheet(
            "cases.flight_case (id, number, name, contents_kind, tare_weight_grams, length_millimetres, width_millimetres, height_millimetres,"
                    + " payload_grams_max, location_id, parent_id, status, status_note, used_at, created_at, changed_at, version)");
    final Rows caseAliases = sheet("cases.case_alias (case_id, code)");
    final Rows packedAssets = sheet("cases.packed_asset (asset_id, case_id, packed_at)");
    final Rows packedStock = sheet("cases.packed_stock (case_id, product_id, quantity, packed_at)");
    final Rows expected = sheet("cases.expected (id, case_id, position, product_id, asset_id, inner_id, quantity)");
    final Rows plans = sheet(
            "maintenance.plan (id, name, kind, product_id, category_id, interval_months, interval_days, first_due, lead_days, blocks_dispatch, instructions,"
                    + " checklist, created_at)");
    final Rows jobs = sheet(
            "maintenance.job (id, number, state, asset_id, product_id, quantity, stock_location_id, severity, fault_category, description, reported_at,"
                    + " reported_by_id, reported_by_name, assigned_to_id, repair_shop_id, expected_back, work_done, started_at, repaired_at, ended_at,"
                    + " end_note, returned_to_id, version)");
    final Rows costs = sheet(
            "maintenance.cost_line (job_id, position, kind, description, quantity, unit_cost_minor, amount_minor, currency)");
    final Rows inspections = sheet(
            "maintenance.inspection (id, plan_id, asset_id, inspected_on, inspector, inspector_id, result, remarks, answers, next_due, job_id, recorded_at,"
                    + " recorded_by_id, recorded_by_name)");
    final Rows transfers = sheet(
            "transfers.transfer (id, number, state, from_id, to_id, transit_id, planned_on, note, created_at, created_by_name, dispatched_at,"
                    + " dispatched_by_name, received_at, received_by_name, cancelled_at, cancel_reason, version)");
    final Rows lines = sheet(
            "transfers.line (id, transfer_id, position, asset_id, case_id, product_id, quantity, received_quantity, from_location_id, outcome, note)");
    final Rows clients = sheet(
            "clients.client (id, name, code, vat_number, address_lines, country, email, phone, web, language, tags, notes, created_at, changed_at)");
    final Rows clientContacts = sheet("clients.contact (id, client_id, position, name, role, email, phone, preferred)");
    final Rows venues = sheet(
            "venues.venue (id, name, address_lines, city, country, time_zone, latitude, longitude, web, tags, loading, dock, door_width_millimetres,"
                    + " door_height_millimetres, parking, notes, created_at, changed_at)");
    final Rows venueContacts = sheet("venues.contact (id, venue_id, position, name, role, email, phone, preferred)");
    final Rows rooms = sheet(
            "venues.room (id, venue_id, position, name, capacity, length_millimetres, width_millimetres, height_millimetres,"
                    + " floor_load_kilograms_per_square_metre, notes)");
    final Rows supplies = sheet(
            "venues.power_supply (id, venue_id, room_id, position, name, connector, phases, amps_per_phase, volts, quantity)");
    final Rows points = sheet(
            "venues.rigging_point (id, room_id, position, name, working_load_limit_kilograms, height_millimetres, x_millimetres, y_millimetres)");
    final Rows eventTypes = sheet("planning.event_type (id, name, colour)");
    final Rows ownPhases = sheet("planning.own_phase (id, type_id, position, name, phase)");
    final Rows projects = sheet("planning.project (id, number, name, kind, client_id, created_at, changed_at)");
    final Rows events = sheet(
            "planning.event (id, number, name, project_id, client_id, venue_id, room_id, planner_id, warehouse_id, type_id, phase, phase_since, optioned_until,"
                    + " cancelled_at, cancel_reason, time_zone, from_at, to_at, prep_minutes, transit_before_minutes, transit_after_minutes,"
                    + " turnaround_minutes, occupied_from, occupied_to, value_minor, currency, probability_percent, tags, notes, created_at, changed_at, version)");
    final Rows blocks = sheet("planning.block (id, event_id, position, kind, from_at, to_at)");
    final Rows checklists = sheet("planning.checklist (id, event_id, position, name)");
    final Rows tasks = sheet("planning.checklist_item (id, checklist_id, position, text, done_at, done_by_name)");
    final Rows pullLists = sheet("planning.pull_list (id, event_id, position, name, warehouse_id, changed_at)");
    final Rows pullGroups = sheet("planning.pull_group (id, list_id, position, name)");
    final Rows pullLines = sheet(
            "planning.pull_line (id, list_id, group_id, position, kind, product_id, quantity, unit_price_minor, currency, warehouse_note)");
    final Rows views = sheet("core.saved_view (id, owner_id, list, name, query, shared, created_at)");
    final Rows boards = sheet("insight.board (id, owner_id, name, widgets, everybody, created_at, changed_at)");
    final Rows notifications = sheet(
            "notifications.notification (id, user_id, type, subject_kind, subject_id, subject_label, facts, once_key, at, read_at)");
    final Rows files = sheet(
            "documents.file (id, sha256, name, media_type, size_bytes, width_pixels, height_pixels, created_by, created_at)");
    final Rows attachments = sheet("documents.attachment (file_id, subject_kind, subject_id, role, position, caption)");
    final Rows audit = sheet(
                    "core.audit_entry (id, at, actor_id, actor_name, via, subject_kind, subject_id, subject_label, action, version, changes)")
            .many();

    private Rows sheet(String target) {
        var rows = new Rows(target);
        all.add(rows);
        return rows;
    }

    String kept() {
        var text = new StringBuilder();
        for (var rows : all) text.append(rows.kept()).append('\f');
        return text.toString();
    }

    void send(Connection connection) {
        all.forEach(rows -> rows.send(connection));
    }

    @Override
    public void close() {
        all.forEach(Rows::close);
    }
}
