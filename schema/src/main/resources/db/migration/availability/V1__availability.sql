-- What is known about stock over time, and what is promised of it. docs/specs/availability.md is the specification.

-- A product, or a case of fixed contents as one unit, in a warehouse. Short numbers, because bookings are many.
create table availability.stock (
  id           integer generated always as identity primary key,
  product_id   uuid references catalogue.product on delete cascade,
  case_id      uuid references cases.flight_case on delete cascade,
  warehouse_id uuid not null references inventory.location on delete cascade,
  constraint stock_of_one_thing check (num_nonnulls(product_id, case_id) = 1),
  constraint stock_once unique nulls not distinct (product_id, case_id, warehouse_id)
);
create index stock_case on availability.stock (case_id) where case_id is not null;
create index stock_warehouse on availability.stock (warehouse_id);

create table availability.setting (
  only_one     boolean primary key default true check (only_one),
  -- how long what is late is taken to stay away: the rest of today, some days, until it comes
  horizon      text not null default 'DAYS' check (horizon in ('TODAY', 'DAYS', 'OPEN')),
  horizon_days integer not null default 3 check (horizon_days between 1 and 365),
  version      bigint not null default 1
);
insert into availability.setting default values;

-- The one order of changes. What each did to which timeline, so that other servers keep up without reading rows again.
create table availability.change (
  seq     bigint primary key,
  at      timestamptz not null,
  effects bytea not null
);

-- Supply: what there is, and what of it can not be had. Never changed but closed: known_to says since when it is no longer believed.
create table availability.fact (
  id            bigint generated always as identity primary key,
  stock_id      integer not null references availability.stock on delete cascade,
  reason        text not null check (reason in
                  ('OWNED', 'IN_REPAIR', 'DAMAGED', 'QUARANTINE', 'LOST', 'INSPECTION', 'OUT', 'IN_CASE', 'CASE_UNFIT',
                   'SUB_HIRE_IN', 'SUB_HIRE_OUT', 'TRANSFER_OUT', 'TRANSFER_IN', 'PLANNED')),
  subject_kind  text not null check (subject_kind in ('ASSET', 'LEVEL', 'CASE', 'REPAIR', 'TRANSFER', 'SUB_HIRE', 'PLANNED')),
  subject_id    uuid not null,
  label         text not null,
  -- empty: since always, for good
  begins        timestamptz,
  ends          timestamptz,
  firm          integer not null,
  soft          integer not null default 0,
  hundredths   integer not null default 0,
  -- so many pieces are to be back, or to arrive, at that moment; when it has passed they are late. Below zero: whoever is late with them is missed already
  late_quantity integer not null default 0,
  late_from     timestamptz,
  -- only for this owner, and no more of it than that one wants at the moment; of an asset that broke while it was out for this owner, what is not in its bookings
  kept_for      uuid,
  known_from    timestamptz not null,
  known_to      timestamptz,
  check (begins < ends),
  check (known_from <= known_to),
  check ((late_quantity = 0) = (late_from is null))
);
create index fact_stock on availability.fact (stock_id, known_to);
create index fact_subject on availability.fact (subject_id) where known_to is null;
create index fact_kept on availability.fact (kept_for) where kept_for is not null and known_to is null;

-- What is to come or to go and is in no register: sub-hired pieces, planned purchases and sales. Kept by the rooms that know of it, through the face.
create table availability.offer (
  id           uuid primary key,
  kind         text not null check (kind in ('SUB_HIRE', 'PLANNED')),
  label        text not null check (length(label) between 1 and 300),
  product_id   uuid not null references catalogue.product on delete cascade,
  warehouse_id uuid not null references inventory.location on delete cascade,
  quantity     integer not null check (quantity between -1000000 and 1000000 and quantity <> 0),
  begins       timestamptz not null,
  ends         timestamptz,
  -- not certain: the worst case does not count on it
  certain      boolean not null,
  -- not there yet: late when its beginning has passed
  awaited      boolean not null,
  kept_for     uuid,
  check (begins < ends)
);
create index offer_kept on availability.offer (kept_for) where kept_for is not null;
create index offer_product on availability.offer (product_id);

-- Who wants or holds stock, as people call it.
create table availability.owner (
  id    uuid primary key,
  kind  text not null check (length(kind) between 1 and 30),
  label text not null check (length(label) between 1 and 300)
);

-- One line of a demand as it weighs on one stock. Never changed but closed, as facts are.
create table availability.booking (
  id             bigint generated always as identity primary key,
  owner_id       uuid not null references availability.owner,
  line_id        uuid not null,
  stock_id       integer not null references availability.stock,
  quantity       integer not null check (quantity between 1 and 1000000),
  begins         timestamptz not null,
  -- empty: what is used up does not come back
  ends           timestamptz,
  -- a promise of this one asset and no other
  asset_id       uuid references inventory.asset,
  standing       text not null check (standing in ('QUOTED', 'OPTION', 'CONFIRMED')),
  chance_percent smallint check (chance_percent between 0 and 100),
  option_until   timestamptz,
  -- by what it is served when there is not enough for all: the moment of confirmation unless a person decided otherwise
  priority_at    timestamptz not null,
  -- out: late when it is not back at its end; back: it ended at the scan
  progress       text not null default 'PLANNED' check (progress in ('PLANNED', 'OUT', 'BACK')),
  -- the very asset that went out, where whoever said so knew it
  scanned_asset  uuid references inventory.asset on delete set null,
  -- of what is out or back: when it was wanted, for whoever takes that back. Without a beginning: on no list; without an end: used up
  planned_begins timestamptz,
  planned_ends   timestamptz,
  known_from     timestamptz not null,
  known_to       timestamptz,
  check (begins < ends),
  check (known_from <= known_to),
  -- of plans alone: what goes out early or comes back late is as it is, whoever was promised it then
  constraint asset_promised_once exclude using gist (asset_id with =, tstzrange(begins, ends) with &&)
    where (asset_id is not null and standing = 'CONFIRMED' and progress = 'PLANNED' and known_to is null)
);
create index booking_owner on availability.booking (owner_id) where known_to is null;
create index booking_stock on availability.booking (stock_id, known_to);
create index booking_scanned on availability.booking (scanned_asset, known_to, progress) where scanned_asset is not null;
create index booking_option on availability.booking (option_until) where option_until is not null and known_to is null;

-- Whose supply may have changed. Written by the triggers below in the transaction of the change, worked off in the order of changes.
create table availability.dirty (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('ASSET', 'RETURNED', 'PRODUCT', 'CASE', 'OFFER', 'TRANSFER', 'STOCK')),
  subject_id uuid not null
);

-- The first moment of a day where the company is.
create function availability.day(day date) returns timestamptz language sql stable as $$
  select day::timestamp at time zone identity.zone()
$$;

-- The case that goes out as one: the outermost of the fixed cases around, none where the innermost is packed per job.
create function availability.unit_of(innermost uuid) returns uuid language sql stable as $$
  with recursive up (id, parent_id, depth) as (
    select c.id, c.parent_id, 0 from cases.flight_case c
     where c.id = innermost and c.contents_kind = 'FIXED' and c.status <> 'RETIRED'
    union all
    select c.id, c.parent_id, u.depth + 1 from up u join cases.flight_case c on c.id = u.parent_id
     where c.contents_kind = 'FIXED' and u.depth < 50)
  select id from up order by depth desc limit 1
$$;

create function availability.warehouse_of(place uuid) returns uuid language sql stable as $$
  select r.id from inventory.location l join inventory.location r on r.id = l.warehouse_id and r.kind = 'WAREHOUSE' where l.id = place
$$;

-- What the register says of each asset now, as far as it matters for whether it can be had. What is out for an event is in that event's booking;
-- where it is broken, nobody else could have it either.
create view availability.asset_now as
select a.id, a.number, a.product_id, a.status, a.status_since, a.quarantined_at, a.disposed_at,
       a.out_for is not null and a.out_for like 'event:%' as booked, a.out_for,
       a.status in ('DAMAGED', 'LOST') or a.quarantined_at is not null as broken,
       case when here_root.kind = 'WAREHOUSE' then here_root.id when home_root.kind = 'WAREHOUSE' then home_root.id end as warehouse_id,
       coalesce(here_root.kind = 'TRANSIT', false) as in_transit,
       case when a.purchase_date > (a.created_at at time zone identity.zone())::date then availability.day(a.purchase_date) end as arrives_at,
       p.case_id, case when p.case_id is not null then availability.unit_of(p.case_id) end as unit_id,
       j.number as repair_number, availability.day(j.expected_back + 1) as repaired_by,
       i.unsafe_from, x.leaves_at, x.transfer_number, x.there_at, x.there_id
  from inventory.asset a
  left join inventory.location here on here.id = a.location_id
  left join inventory.location here_root on here_root.id = here.warehouse_id
  left join inventory.location home on home.id = a.home_location_id
  left join inventory.location home_root on home_root.id = home.warehouse_id
  left join cases.packed_asset p on p.asset_id = a.id
  left join maintenance.job j on j.asset_id = a.id and j.state in ('REPORTED', 'IN_REPAIR', 'REPAIRED')
  left join lateral (
       select min(case when d.last_result = 'FAIL' then availability.day(d.last_on) else availability.day(d.due_on + 1) end) as unsafe_from
         from maintenance.due d join maintenance.plan n on n.id = d.plan_id
        where d.asset_id = a.id and n.blocks_dispatch and n.archived_at is null) i on true
  left join lateral (
       select availability.day(t.planned_on) as leaves_at, t.number as transfer_number,
              availability.day(t.arrives_on + 1) as there_at, availability.warehouse_of(t.to_id) as there_id
         from transfers.line l join transfers.transfer t on t.id = l.transfer_id
        where (l.asset_id = a.id or availability.unit_of(p.case_id) is null and l.case_id in (p.case_id, (select c.parent_id from cases.flight_case c where c.id = p.case_id)))
          and (t.state = 'DRAFT' and t.planned_on is not null or t.state = 'IN_TRANSIT' and l.outcome = 'PENDING')
        order by t.state = 'DRAFT', t.planned_on, t.id limit 1) x on true;

-- What transfers take from a warehouse and bring to another: counted pieces, loose or in cases packed per job and what is in those, and fixed cases. Assets
-- know of their transfer themselves.
create view availability.transfer_now as
with line as (
  select t.id, t.number, t.state = 'IN_TRANSIT' as dispatched, t.planned_on, t.arrives_on, availability.warehouse_of(t.to_id) as to_id,
         l.product_id, l.case_id, availability.warehouse_of(coalesce(l.from_location_id, c.location_id)) as from_id, l.quantity
    from transfers.transfer t
    join transfers.line l on l.transfer_id = t.id
    left join cases.flight_case c on c.id = l.case_id
   where t.state in ('DRAFT', 'IN_TRANSIT') and l.outcome = 'PENDING' and l.quantity > 0
     and (l.product_id is not null or l.case_id is not null and availability.unit_of(l.case_id) = l.case_id)
  union all
  select t.id, t.number, t.state = 'IN_TRANSIT', t.planned_on, t.arrives_on, availability.warehouse_of(t.to_id),
         s.product_id, null, availability.warehouse_of(c.location_id), s.quantity
    from transfers.transfer t
    join transfers.line l on l.transfer_id = t.id
    join cases.flight_case c on c.id = l.case_id or c.parent_id = l.case_id
    join cases.packed_stock s on s.case_id = c.id
   where t.state in ('DRAFT', 'IN_TRANSIT') and l.outcome = 'PENDING' and l.quantity > 0 and availability.unit_of(c.id) is null)
select id, number, dispatched, product_id, case_id, from_id as warehouse_id, -sum(quantity)::bigint as quantity, availability.day(planned_on) as at
  from line where not dispatched and planned_on is not null and from_id is not null
 group by id, number, dispatched, product_id, case_id, from_id, planned_on
union all
select id, number, dispatched, product_id, case_id, to_id, sum(quantity)::bigint, availability.day(arrives_on + 1)
  from line where (dispatched or planned_on is not null) and arrives_on is not null and to_id is not null
 group by id, number, dispatched, product_id, case_id, to_id, arrives_on;

-- Fixed cases that are nobody's contents: each is one unit.
create view availability.case_now as
select c.id, c.number, availability.warehouse_of(c.location_id) as warehouse_id, c.status, c.changed_at
  from cases.flight_case c
 where c.contents_kind = 'FIXED' and c.status <> 'RETIRED' and availability.unit_of(c.id) = c.id;

-- Counted pieces: loose, in cases packed per job, and in fixed cases.
create view availability.level_now as
select product_id, warehouse_id, sum(quantity)::bigint as quantity, sum(quantity) filter (where fixed)::bigint as in_cases
  from (select v.product_id, availability.warehouse_of(v.location_id) as warehouse_id, v.quantity, false as fixed
          from stock.level v where v.quantity > 0
        union all
        select s.product_id, availability.warehouse_of(c.location_id), s.quantity, availability.unit_of(c.id) is not null
          from cases.packed_stock s join cases.flight_case c on c.id = s.case_id) pieces
 where warehouse_id is not null
 group by product_id, warehouse_id;

-- Many assets at once are told by their products: an import must not write a row for each. Joined, not looked for with "= any": that is planned once,
-- while the table may be empty, and then compares each of the one with each of the other.
create function availability.touch_assets(assets uuid[]) returns void language sql as $$
  insert into availability.dirty (kind, subject_id)
  select 'ASSET', id from unnest(assets) as t (id) where cardinality(assets) <= 200
  union all
  select distinct 'PRODUCT', a.product_id from unnest(assets) as t (id) join inventory.asset a on a.id = t.id where cardinality(assets) > 200
$$;

-- What a mark of a product costs whoever takes it off: all its assets are looked at.
create function availability.weight_of(product uuid) returns bigint language sql stable as $$
  select 1 + count(*) from inventory.asset a where a.product_id = product
$$;

create function availability.assets_added() returns trigger language plpgsql as $$
begin
  if (select count(*) from (select from added limit 201) few) > 200 then
    insert into availability.dirty (kind, subject_id) select distinct 'PRODUCT', product_id from added;
  else
    insert into availability.dirty (kind, subject_id) select 'ASSET', id from added;
  end if;
  return null;
end $$;
create trigger availability_added after insert on inventory.asset referencing new table as added
  for each statement execute function availability.assets_added();
-- Of such an asset its status says nothing about supply: what is out for an event is in that event's booking.
create function availability.sound(status text, out_for text) returns boolean language sql immutable as $$
  select status in ('AVAILABLE', 'RESERVED', 'CHECKED_IN') or status in ('CHECKED_OUT', 'ON_SITE') and coalesce(out_for like 'event:%', false)
$$;

-- What goes out and comes back is most of what happens: it changes no supply, and only whether it is back has to be compared with its booking.
-- Old and new rows are joined in full, which is never done by a loop in a loop: the plan is kept, and was made for however few rows came first.
create function availability.assets_changed() returns trigger language plpgsql as $$
declare
  touched uuid[];
  returned uuid[];
begin
  select array_agg(id) filter (where supply), array_agg(id) filter (where not supply and back) into touched, returned
    from (select n.id,
                 (n.product_id, n.location_id, n.home_location_id, n.purchase_date, n.quarantined_at, n.disposed_at, n.number)
                   is distinct from (b.product_id, b.location_id, b.home_location_id, b.purchase_date, b.quarantined_at, b.disposed_at, b.number)
                 or n.quarantined_at is not null or not availability.sound(n.status, n.out_for) or not availability.sound(b.status, b.out_for) as supply,
                 b.status in ('CHECKED_OUT', 'ON_SITE')
                 and (n.status not in ('CHECKED_OUT', 'ON_SITE') or n.out_for is distinct from b.out_for) as back
            from changed n full join before b on b.id = n.id
           where (n.product_id, n.status, n.status_since, n.location_id, n.home_location_id, n.purchase_date, n.quarantined_at, n.disposed_at,
                  n.number, n.out_for)
                 is distinct from
                 (b.product_id, b.status, b.status_since, b.location_id, b.home_location_id, b.purchase_date, b.quarantined_at, b.disposed_at,
                  b.number, b.out_for)) differing;
  if touched is not null then perform availability.touch_assets(touched); end if;
  if returned is null then return null; end if;
  if cardinality(returned) > 200 then perform availability.touch_assets(returned);
  else insert into availability.dirty (kind, subject_id) select 'RETURNED', id from unnest(returned) as t (id);
  end if;
  return null;
end $$;
create trigger availability_changed after update on inventory.asset referencing old table as before new table as changed
  for each statement execute function availability.assets_changed();
create function availability.assets_removed() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) select 'ASSET', id from removed;
  return null;
end $$;
create trigger availability_removed after delete on inventory.asset referencing old table as removed
  for each statement execute function availability.assets_removed();

-- Rows that name an asset.
create function availability.of_assets() returns trigger language plpgsql as $$
begin
  perform availability.touch_assets((select array_agg(distinct asset_id) from touched where asset_id is not null));
  return null;
end $$;
create trigger availability_added after insert on maintenance.job referencing new table as touched
  for each statement execute function availability.of_assets();
create trigger availability_changed after update on maintenance.job referencing new table as touched
  for each statement execute function availability.of_assets();
create trigger availability_added after insert on maintenance.due referencing new table as touched
  for each statement execute function availability.of_assets();
create trigger availability_changed after update on maintenance.due referencing new table as touched
  for each statement execute function availability.of_assets();
create trigger availability_removed after delete on maintenance.due referencing old table as touched
  for each statement execute function availability.of_assets();
create trigger availability_added after insert on transfers.line referencing new table as touched
  for each statement execute function availability.of_assets();
create trigger availability_removed after delete on transfers.line referencing old table as touched
  for each statement execute function availability.of_assets();

create function availability.plan_changed() returns trigger language plpgsql as $$
begin
  perform availability.touch_assets(array(select asset_id from maintenance.due where plan_id = new.id));
  return null;
end $$;
create trigger availability_changed after update on maintenance.plan for each row
  when ((old.blocks_dispatch, old.archived_at) is distinct from (new.blocks_dispatch, new.archived_at))
  execute function availability.plan_changed();

create function availability.transfer_changed() returns trigger language plpgsql as $$
begin
  perform availability.touch_assets(array(select asset_id from transfers.line where transfer_id = new.id and asset_id is not null));
  insert into availability.dirty (kind, subject_id)
  select 'CASE', case_id from transfers.line where transfer_id = new.id and case_id is not null
  union all
  select 'TRANSFER', new.id;
  return null;
end $$;
create trigger availability_changed after update on transfers.transfer for each row
  when ((old.state, old.planned_on, old.arrives_on, old.to_id) is distinct from (new.state, new.planned_on, new.arrives_on, new.to_id))
  execute function availability.transfer_changed();

create function availability.of_transfers() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) select distinct 'TRANSFER', transfer_id from touched;
  insert into availability.dirty (kind, subject_id) select 'CASE', case_id from touched where case_id is not null;
  return null;
end $$;
create trigger availability_loaded after insert on transfers.line referencing new table as touched
  for each statement execute function availability.of_transfers();
create trigger availability_changed after update on transfers.line referencing new table as touched
  for each statement execute function availability.of_transfers();
create trigger availability_unloaded after delete on transfers.line referencing old table as touched
  for each statement execute function availability.of_transfers();
create trigger availability_settled after update on transfers.line referencing new table as touched
  for each statement execute function availability.of_assets();

-- Rows that name a counted product.
create function availability.of_products() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) select distinct 'PRODUCT', product_id from touched;
  return null;
end $$;
create trigger availability_added after insert on stock.level referencing new table as touched
  for each statement execute function availability.of_products();
create trigger availability_changed after update on stock.level referencing new table as touched
  for each statement execute function availability.of_products();
create trigger availability_added after insert on cases.packed_stock referencing new table as touched
  for each statement execute function availability.of_products();
create trigger availability_changed after update on cases.packed_stock referencing new table as touched
  for each statement execute function availability.of_products();
create trigger availability_removed after delete on cases.packed_stock referencing old table as touched
  for each statement execute function availability.of_products();

-- What is packed travels with its case.
create function availability.of_packed_stock() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id)
  select distinct 'TRANSFER', l.transfer_id
    from touched s
    join cases.flight_case c on c.id = s.case_id
    join transfers.line l on l.case_id in (c.id, c.parent_id)
    join transfers.transfer t on t.id = l.transfer_id and t.state in ('DRAFT', 'IN_TRANSIT');
  return null;
end $$;
create trigger availability_travels_added after insert on cases.packed_stock referencing new table as touched
  for each statement execute function availability.of_packed_stock();
create trigger availability_travels_changed after update on cases.packed_stock referencing new table as touched
  for each statement execute function availability.of_packed_stock();
create trigger availability_travels_removed after delete on cases.packed_stock referencing old table as touched
  for each statement execute function availability.of_packed_stock();

-- Cases are looked at with everything in and around them.
create function availability.of_cases() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) select distinct 'CASE', case_id from touched;
  insert into availability.dirty (kind, subject_id) select 'ASSET', asset_id from touched;
  return null;
end $$;
create trigger availability_added after insert on cases.packed_asset referencing new table as touched
  for each statement execute function availability.of_cases();
create trigger availability_changed after update on cases.packed_asset referencing new table as touched
  for each statement execute function availability.of_cases();
create trigger availability_removed after delete on cases.packed_asset referencing old table as touched
  for each statement execute function availability.of_cases();

create function availability.case_added() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) select 'CASE', id from added where contents_kind = 'FIXED';
  return null;
end $$;
create trigger availability_added after insert on cases.flight_case referencing new table as added
  for each statement execute function availability.case_added();
create function availability.case_changed() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id)
  select distinct 'CASE', t.id
    from changed n join before b on b.id = n.id, lateral unnest(array[n.id, b.parent_id]) as t (id)
   where t.id is not null
     and (n.contents_kind, n.parent_id, n.status, n.location_id, n.number)
         is distinct from (b.contents_kind, b.parent_id, b.status, b.location_id, b.number);
  return null;
end $$;
create trigger availability_changed after update on cases.flight_case referencing old table as before new table as changed
  for each statement execute function availability.case_changed();
create function availability.case_removed() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) select 'CASE', id from removed;
  return null;
end $$;
create trigger availability_removed after delete on cases.flight_case referencing old table as removed
  for each statement execute function availability.case_removed();

create function availability.offer_changed() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id) values ('OFFER', coalesce(new.id, old.id));
  return null;
end $$;
create trigger availability_changed after insert or update or delete on availability.offer for each row
  execute function availability.offer_changed();

-- A product, case or warehouse that is removed takes its stock and what is known of it along: the number is left, as the end of an id, so that servers forget it.
create function availability.stock_removed() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id)
  select 'STOCK', ('00000000-0000-0000-0000-' || lpad(to_hex(id), 12, '0'))::uuid from removed;
  return null;
end $$;
create trigger availability_removed after delete on availability.stock referencing old table as removed
  for each statement execute function availability.stock_removed();

-- A place that comes under another warehouse takes everything with it.
create function availability.place_moved() returns trigger language plpgsql as $$
begin
  insert into availability.dirty (kind, subject_id)
  select distinct 'PRODUCT', a.product_id from inventory.asset a where a.location_id = new.id or a.home_location_id = new.id
  union
  select 'PRODUCT', v.product_id from stock.level v where v.location_id = new.id
  union
  select 'CASE', c.id from cases.flight_case c where c.location_id = new.id;
  return null;
end $$;
create trigger availability_changed after update on inventory.location for each row
  when (old.warehouse_id <> new.warehouse_id or old.kind <> new.kind) execute function availability.place_moved();

-- What was there before this module.
insert into availability.dirty (kind, subject_id)
select 'PRODUCT', id from catalogue.product
union all
select 'CASE', id from cases.flight_case where contents_kind = 'FIXED';

-- What this room shows of others; read only.
create view availability.product_seen as
select p.id, p.name, p.kind, p.archived_at is not null as archived from catalogue.product p;

create view availability.case_seen as
select c.id, c.number, c.name, c.contents_kind = 'FIXED' as fixed from cases.flight_case c;

create view availability.asset_seen as
select a.id, a.number, a.product_id from inventory.asset a;

create view availability.warehouse_seen as
select l.id, l.name, l.archived_at is not null as archived from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null;
