-- What the timeline shows of the rooms below; it only reads, and keeps nothing of its own.

-- Each category with the way down to it.
create view timeline.category as
with recursive down (id, name, depth, sort_key, above, names) as (
  select c.id, c.name, 0, lpad(c.position::text, 6, '0') || lower(c.name), array[c.id], array[c.name]
    from catalogue.category c where c.parent_id is null
  union all
  select c.id, c.name, d.depth + 1, d.sort_key || chr(9) || lpad(c.position::text, 6, '0') || lower(c.name), d.above || c.id, d.names || c.name
    from down d join catalogue.category c on c.parent_id = d.id)
select id, name, depth, sort_key collate "C" as sort_key, above, names from down;

create view timeline.product as
select p.id, p.name, c.name as category_name, array_to_string(c.names, ' · ') as category_path, coalesce(c.above, '{}'::uuid[]) as categories,
       (coalesce(c.sort_key, '~') || chr(10) || lower(p.name)) collate "C" as sort_key,
       p.name || ' ' || p.manufacturer || ' ' || p.model || ' ' || coalesce(p.number_prefix, '') as words
  from catalogue.product p
  left join timeline.category c on c.id = p.category_id
 where p.archived_at is null;

-- Which products are in a category, or in one below it.
create view timeline.within as
select above.id as category_id, p.id as product_id
  from catalogue.product p
  join timeline.category c on c.id = p.category_id
  cross join unnest(c.above) above (id)
 where p.archived_at is null;

create view timeline.category_row as
select c.id, c.name, c.depth, c.sort_key, c.above, array_to_string(c.names[1:c.depth], ' · ') as path
  from timeline.category c
 where c.id in (select w.category_id from timeline.within w);

create view timeline.warehouse as
select l.id, l.name, (lpad(l.position::text, 6, '0') || lower(l.name)) collate "C" as sort_key
  from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null and l.archived_at is null;

create view timeline.asset as
select a.id, a.number, a.product_key, a.product_id, p.name as product_name, p.category_id, a.status, a.status_since, a.out_for,
       here.warehouse_id as here_id, home.warehouse_id as home_id
  from inventory.asset a
  join catalogue.product p on p.id = a.product_id
  left join inventory.location here on here.id = a.location_id
  left join inventory.location home on home.id = a.home_location_id
 where a.disposed_at is null;

create view timeline.event as
select e.id, e.number, e.name, e.phase, e.phase_since, e.own_phase_name, e.optioned_until, e.client_name, e.venue_name, e.warehouse_id,
       coalesce(e.project_colour, e.type_colour) as colour, e.time_zone, e.from_at, e.to_at,
       e.from_at - make_interval(mins => e.transit_before_minutes) as leaves_at,
       e.to_at + make_interval(mins => e.transit_after_minutes) as back_at,
       e.occupied_from, e.occupied_to, e.version
  from planning.event_line e
 where not e.template and e.phase <> 'CANCELLED';

create view timeline.block as
select b.event_id, b.position, b.kind, b.stage, b.from_at, b.to_at from planning.block b;

-- What events want, with when it is on site: the line's own time, its group's, or the event's.
create view timeline.line as
select l.id, e.id as event_id, e.phase, e.optioned_until, l.product_id, l.asset_id, l.quantity, coalesce(p.warehouse_id, e.warehouse_id) as warehouse_id,
       coalesce(l.from_at, g.from_at, e.from_at) as on_from, coalesce(l.to_at, g.to_at, e.to_at) as on_to, e.occupied_from, e.occupied_to
  from planning.pull_line l
  join planning.pull_list p on p.id = l.list_id
  join planning.event e on e.id = p.event_id
  left join planning.pull_group g on g.id = l.group_id
 where not e.template and e.phase <> 'CANCELLED';

-- What enquiries ask for. Without an option it takes nothing (rule 3) and is booked nowhere, so it is read off their lists.
create view timeline.enquired as
select e.id as event_id, e.optioned_until, e.occupied_from, e.occupied_to, coalesce(l.product_id, a.product_id) as product_id, l.kit_id, l.quantity,
       coalesce(p.warehouse_id, e.warehouse_id) as warehouse_id,
       coalesce(l.from_at, g.from_at, e.from_at) as on_from, coalesce(l.to_at, g.to_at, e.to_at) as on_to,
       coalesce(l.from_at, g.from_at, e.from_at) - make_interval(mins => coalesce(l.prep_minutes, g.prep_minutes, e.prep_minutes)
         + coalesce(l.transit_before_minutes, g.transit_before_minutes, e.transit_before_minutes)) as begins,
       coalesce(l.to_at, g.to_at, e.to_at) + make_interval(mins => coalesce(l.transit_after_minutes, g.transit_after_minutes, e.transit_after_minutes)
         + coalesce(l.turnaround_minutes, g.turnaround_minutes, e.turnaround_minutes)) as ends
  from planning.event e
  join planning.pull_list p on p.event_id = e.id
  join planning.pull_line l on l.list_id = p.id
  left join planning.pull_group g on g.id = l.group_id
  left join inventory.asset a on a.id = l.asset_id
 where e.phase = 'ENQUIRY' and not e.template and l.kind <> 'TEXT';

create function timeline.pieces_of_kits(kits uuid[]) returns table (kit_id uuid, product_id uuid, quantity numeric) language sql stable as $$
  select * from catalogue.pieces_of_kits(kits)
$$;

-- What is promised of stock, and what was when its event closed: that has taken place.
create view timeline.booking as
select s.product_id, s.case_id, s.warehouse_id, b.owner_id, o.label as owner_label, b.line_id, b.asset_id, b.quantity, b.standing, b.begins, b.ends,
       b.progress = 'OUT' as out, b.option_until, b.known_to is null as held,
       coalesce(l.from_at, g.from_at, e.from_at) as on_from, coalesce(l.to_at, g.to_at, e.to_at) as on_to
  from availability.booking b
  join availability.stock s on s.id = b.stock_id
  join availability.owner o on o.id = b.owner_id
  left join planning.event e on e.id = b.owner_id
  left join planning.pull_line l on l.id = b.line_id
  left join planning.pull_group g on g.id = l.group_id
 where b.known_to is null or (e.phase = 'CLOSED' and b.known_from < e.phase_since and b.known_to >= e.phase_since);

-- The same without lines, for rows that are many products.
create view timeline.held as
select s.product_id, s.warehouse_id, b.owner_id, b.quantity, b.standing, b.begins, b.ends, b.progress = 'OUT' as out, b.option_until
  from availability.booking b join availability.stock s on s.id = b.stock_id
 where b.known_to is null;

create view timeline.stock as
select s.product_id, s.warehouse_id from availability.stock s where s.product_id is not null;

-- Products of which each piece has a number of its own; a thousand cables would outweigh them.
create view timeline.numbered_product as select p.id from catalogue.product p where p.kind = 'SERIALISED';

-- How many pieces there are, and from when to when.
create view timeline.supply as
select s.product_id, s.warehouse_id, f.begins, f.ends, f.firm
  from availability.fact f join availability.stock s on s.id = f.stock_id
 where f.known_to is null and s.product_id is not null;

-- When an asset can not be had, and why. What it is packed into is not a reason.
create view timeline.gap as
select f.subject_id as asset_id, f.reason, f.begins, f.ends
  from availability.fact f
 where f.known_to is null and f.subject_kind = 'ASSET' and f.reason not in ('OWNED', 'IN_CASE');

-- The fixed case that an asset goes out with.
create view timeline.packed as
select p.asset_id, availability.unit_of(p.case_id) as case_id from cases.packed_asset p;
