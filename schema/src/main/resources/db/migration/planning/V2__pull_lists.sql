-- The equipment an event needs.

create table planning.pull_list (
  id               uuid primary key,
  event_id         uuid not null references planning.event on delete cascade,
  position         integer not null check (position >= 0),
  name             text not null check (length(name) between 1 and 100),
  note             text check (length(note) <= 5000),
  -- null takes the event's
  warehouse_id     uuid references inventory.location,
  -- lists are locked from prep on, unless somebody said why they must change all the same
  unlocked_at      timestamptz,
  unlocked_by_name text,
  unlock_reason    text check (length(unlock_reason) between 1 and 1000),
  changed_at       timestamptz not null,
  version          bigint not null default 1,
  constraint pull_list_unlocked check (num_nonnulls(unlocked_at, unlocked_by_name, unlock_reason) in (0, 3))
);
create unique index pull_list_name_taken on planning.pull_list (event_id, lower(name));

-- Dates and minutes that are null are the event's.
create table planning.pull_group (
  id                     uuid primary key,
  list_id                uuid not null references planning.pull_list on delete cascade,
  position               integer not null check (position > 0),
  name                   text not null check (length(name) between 1 and 100),
  note                   text check (length(note) <= 1000),
  from_at                timestamptz,
  to_at                  timestamptz,
  prep_minutes           integer check (prep_minutes between 0 and 86400),
  transit_before_minutes integer check (transit_before_minutes between 0 and 86400),
  transit_after_minutes  integer check (transit_after_minutes between 0 and 86400),
  turnaround_minutes     integer check (turnaround_minutes between 0 and 86400),
  constraint pull_group_period check (from_at < to_at and (from_at is null) = (to_at is null))
);
create index pull_group_list on planning.pull_group (list_id, position);

-- Dates and minutes that are null are the group's. Positions leave gaps, so that a line moves without the others.
create table planning.pull_line (
  id                     uuid primary key,
  list_id                uuid not null references planning.pull_list on delete cascade,
  group_id               uuid references planning.pull_group on delete cascade,
  accessory_of           uuid references planning.pull_line on delete cascade,
  position               bigint not null,
  kind                   text not null check (kind in ('PRODUCT', 'KIT', 'CASE', 'ASSET', 'TEXT')),
  product_id             uuid constraint line_product references catalogue.product,
  kit_id                 uuid constraint line_kit references catalogue.kit,
  case_id                uuid constraint line_case references cases.flight_case,
  asset_id               uuid constraint line_asset references inventory.asset,
  text                   text check (length(text) between 1 and 500),
  quantity               bigint not null check (quantity between 1 and 10000000),
  from_at                timestamptz,
  to_at                  timestamptz,
  prep_minutes           integer check (prep_minutes between 0 and 86400),
  transit_before_minutes integer check (transit_before_minutes between 0 and 86400),
  transit_after_minutes  integer check (transit_after_minutes between 0 and 86400),
  turnaround_minutes     integer check (turnaround_minutes between 0 and 86400),
  unit_price_minor       bigint check (unit_price_minor between 0 and 1000000000000),
  currency               text check (currency ~ '^[A-Z]{3}$'),
  warehouse_note         text check (length(warehouse_note) <= 1000),
  internal_note          text check (length(internal_note) <= 1000),
  constraint pull_line_period check (from_at < to_at and (from_at is null) = (to_at is null)),
  constraint pull_line_price check ((unit_price_minor is null) = (currency is null)),
  constraint pull_line_kind check (case kind
    when 'PRODUCT' then product_id is not null and num_nonnulls(kit_id, case_id, asset_id, text) = 0
    when 'KIT' then kit_id is not null and num_nonnulls(product_id, case_id, asset_id, text) = 0
    when 'CASE' then case_id is not null and quantity = 1 and num_nonnulls(product_id, kit_id, asset_id, text) = 0
    when 'ASSET' then asset_id is not null and quantity = 1 and num_nonnulls(product_id, kit_id, case_id, text) = 0
    else text is not null and num_nonnulls(product_id, kit_id, case_id, asset_id) = 0 end)
);
create index pull_line_list on planning.pull_line (list_id, position);
create index pull_line_group on planning.pull_line (group_id) where group_id is not null;
create index pull_line_accessory on planning.pull_line (accessory_of) where accessory_of is not null;
create index pull_line_product on planning.pull_line (product_id) where product_id is not null;
create index pull_line_kit on planning.pull_line (kit_id) where kit_id is not null;
create index pull_line_case on planning.pull_line (case_id) where case_id is not null;
create index pull_line_asset on planning.pull_line (asset_id) where asset_id is not null;

-- The list as it was at a moment.
create table planning.pull_list_version (
  id           uuid primary key,
  list_id      uuid not null references planning.pull_list on delete cascade,
  number       integer not null check (number > 0),
  reason       text not null check (reason in ('ASKED', 'PREP')),
  label        text check (length(label) between 1 and 200),
  made_at      timestamptz not null,
  made_by_name text not null,
  lines        integer not null check (lines >= 0),
  content      jsonb not null,
  constraint pull_list_version_number unique (list_id, number)
);

create view planning.line_seen as
select l.*, coalesce(g.position, 0)::numeric * 1000000000000000000 + l.position as place, g.name as group_name,
       coalesce(p.name, k.name, c.name, ap.name, l.text) as name,
       case l.kind when 'PRODUCT' then p.number_prefix when 'KIT' then k.code when 'CASE' then c.number when 'ASSET' then a.number end as code
  from planning.pull_line l
  left join planning.pull_group g on g.id = l.group_id
  left join catalogue.product p on p.id = l.product_id
  left join catalogue.kit k on k.id = l.kit_id
  left join cases.flight_case c on c.id = l.case_id
  left join inventory.asset a on a.id = l.asset_id
  left join catalogue.product ap on ap.id = a.product_id;

create view planning.list_seen as
select l.*, e.number as event_number, e.name as event_name, e.phase as event_phase, e.template,
       coalesce(l.warehouse_id, e.warehouse_id) as taken_from, w.name as taken_from_name,
       (select count(*) from planning.pull_line x where x.list_id = l.id) as lines
  from planning.pull_list l
  join planning.event e on e.id = l.event_id
  left join inventory.location w on w.id = coalesce(l.warehouse_id, e.warehouse_id);

-- What a pasted row may mean.
create view planning.thing_named as
select 'PRODUCT' as kind, p.id, p.number_prefix as code, p.name, lower(p.name) as name_key, upper(p.number_prefix) as code_key
  from catalogue.product p where p.archived_at is null
 union all
select 'KIT', k.id, k.code, k.name, lower(k.name), upper(k.code) from catalogue.kit k where k.archived_at is null;

create view planning.thing_coded as
select 'ASSET' as kind, c.asset_id as id, a.number as code, p.name, c.code_key
  from inventory.asset_code c join inventory.asset a on a.id = c.asset_id join catalogue.product p on p.id = a.product_id
 where a.disposed_at is null
 union all
select 'CASE', f.id, f.number, f.name, upper(f.number) from cases.flight_case f where f.status <> 'RETIRED'
 union all
select 'CASE', f.id, f.number, f.name, upper(a.code)
  from cases.case_alias a join cases.flight_case f on f.id = a.case_id where f.status <> 'RETIRED'
 union all
select 'PRODUCT', p.id, p.number_prefix, p.name, upper(b.code)
  from catalogue.product_barcode b join catalogue.product p on p.id = b.product_id where p.archived_at is null;

-- What may stand on a list; the price is the hire price.
create view planning.thing_there as
select 'PRODUCT' as kind, p.id, p.archived_at is not null as gone, p.hire_price_minor as price_minor, p.currency from catalogue.product p
 union all
select 'KIT', k.id, k.archived_at is not null, k.hire_price_minor, k.currency from catalogue.kit k
 union all
select 'CASE', c.id, c.status = 'RETIRED', null, null from cases.flight_case c
 union all
select 'ASSET', a.id, a.disposed_at is not null, null, null from inventory.asset a;

create view planning.brings_along as
select distinct a.product_id from catalogue.accessory a where a.mode = 'AUTOMATIC';

-- What totals are made of.
create view planning.product_seen as
select p.id, p.name, p.weight_grams, p.width_millimetres, p.height_millimetres, p.depth_millimetres, p.power_watts, p.replacement_value_minor, p.currency
  from catalogue.product p;
create view planning.kit_part_seen as
select c.kit_id, c.product_id, c.sub_kit_id, c.quantity from catalogue.kit_component c where not c.optional;
create function planning.pieces_of_kits(kits uuid[]) returns table (kit_id uuid, product_id uuid, quantity numeric) language sql stable as $$
  select * from catalogue.pieces_of_kits(kits)
$$;
create view planning.asset_seen as select a.id, a.product_id from inventory.asset a;
create view planning.case_seen as
select c.id, c.parent_id, c.tare_weight_grams, c.length_millimetres, c.width_millimetres, c.height_millimetres from cases.flight_case c;
create view planning.packed_asset_seen as select p.asset_id, p.case_id from cases.packed_asset p;
create view planning.packed_stock_seen as select p.case_id, p.product_id, p.quantity from cases.packed_stock p;

-- What new lines of things take before and after their time on site, where their categories, or the nearest above those, say it; what comes as one (a kit, a case) as
-- long as what takes longest in it.
create function planning.usual_times(things uuid[]) returns table (id uuid, prep_minutes integer, turnaround_minutes integer) language plpgsql stable as $$
#variable_conflict use_column
begin
  if not exists (select from catalogue.category c where c.prep_minutes is not null or c.turnaround_minutes is not null) then return; end if;
  return query
    with recursive said as (
      select c.id, c.prep_minutes, c.turnaround_minutes from catalogue.category c where c.parent_id is null
      union all
      select c.id, coalesce(c.prep_minutes, s.prep_minutes), coalesce(c.turnaround_minutes, s.turnaround_minutes)
        from catalogue.category c join said s on s.id = c.parent_id),
    inside as (
      select t.id as root, c.id from unnest(things) t (id) join cases.flight_case c on c.id = t.id
      union all
      select i.root, c.id from inside i join cases.flight_case c on c.parent_id = i.id),
    made_of as (
      select p.id as thing, p.id as product_id from unnest(things) t (id) join catalogue.product p on p.id = t.id
      union all
      select a.id, a.product_id from unnest(things) t (id) join inventory.asset a on a.id = t.id
      union all
      select k.kit_id, k.product_id from catalogue.pieces_of_kits(things) k
      union all
      select i.root, a.product_id from inside i join cases.packed_asset x on x.case_id = i.id join inventory.asset a on a.id = x.asset_id
      union all
      select i.root, x.product_id from inside i join cases.packed_stock x on x.case_id = i.id)
    select m.thing, max(s.prep_minutes), max(s.turnaround_minutes)
      from made_of m join catalogue.product p on p.id = m.product_id join said s on s.id = p.category_id
     group by m.thing
    having max(s.prep_minutes) is not null or max(s.turnaround_minutes) is not null;
end $$;

-- What each event's planner has been told that it lacks.
create table planning.shortage_told (
  event_id     uuid not null references planning.event on delete cascade,
  item_id      uuid not null,
  warehouse_id uuid not null,
  quantity     integer not null check (quantity > 0),
  primary key (event_id, item_id, warehouse_id)
);
