-- What was scanned, what it did, and what is made ready or out for which event. docs/specs/scanning.md is the specification.

-- A phone or tablet that signs in by itself, because somebody who was signed in let it.
create table scanning.device (
  id           uuid primary key,
  name         text not null check (length(name) between 1 and 100),
  user_id      uuid not null references identity.user_account,
  session_id   uuid not null,
  enrolled_at  timestamptz not null,
  last_scan_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   text
);
create unique index device_session on scanning.device (session_id);
create index device_user on scanning.device (user_id);
create index device_enrolled on scanning.device (enrolled_at, id);

create table scanning.invitation (
  token_hash bytea primary key,
  name       text not null check (length(name) between 1 and 100),
  user_id    uuid not null references identity.user_account on delete cascade,
  expires_at timestamptz not null
);

-- The row that all scans of an event take first, so that they come one after another.
create table scanning.job (
  event_id        uuid primary key references planning.event on delete cascade,
  scans           bigint not null default 0,
  -- somebody who picked nothing looks over what was made ready, before it leaves
  check_wanted    boolean not null default false,
  checked_at      timestamptz,
  checked_by_id   uuid,
  checked_by_name text,
  constraint job_checked check (num_nonnulls(checked_at, checked_by_id, checked_by_name) in (0, 3)),
  constraint job_check_wanted check (check_wanted or checked_at is null)
);

-- The journal. A scan counts once for good: its id is the device's.
create table scanning.scan (
  id            uuid constraint scan_once primary key,
  kind          text not null check (kind in ('LOOK_UP', 'PREP', 'CHECK_OUT', 'CHECK_IN', 'MOVE', 'PACK', 'BIND', 'UNDO')),
  result        text not null check (result in ('ACCEPTED', 'REFUSED')),
  outcome       text not null check (length(outcome) between 1 and 60),
  message       text not null,
  facts         jsonb not null default '{}',
  code          text check (length(code) <= 512),
  symbology     text check (length(symbology) <= 20),
  thing_kind    text,
  thing_id      uuid,
  thing_label   text,
  event_id      uuid,
  quantity      bigint not null,
  condition     text check (condition in ('GOOD', 'DAMAGED', 'MISSING')),
  note          text check (length(note) <= 1000),
  location_id   uuid,
  vehicle       text check (length(vehicle) <= 100),
  undoes        uuid,
  -- what it changed, so that it can be taken back
  deed          jsonb,
  by_id         uuid not null,
  by_name       text not null,
  device_id     uuid references scanning.device,
  app           text check (length(app) <= 100),
  -- the device's clock, and how far it was behind the server's when the scan was sent
  device_at     timestamptz not null,
  behind_millis bigint,
  at            timestamptz not null
);
create index scan_at on scanning.scan (at, id);
create index scan_event on scanning.scan (event_id, at desc) where event_id is not null;
create index scan_thing on scanning.scan (thing_id, at desc) where thing_id is not null;
create index scan_by on scanning.scan (by_id, at desc);
create index scan_device on scanning.scan (device_id, at desc) where device_id is not null;
create unique index scan_undone_once on scanning.scan (undoes) where undoes is not null and result = 'ACCEPTED';
-- Nobody looks for them by these; to count how often each occurs took most of an ANALYZE.
alter table scanning.scan alter column facts set statistics 0, alter column deed set statistics 0;
create trigger scan_append_only before update or delete on scanning.scan for each row execute function core.refuse_change();
create trigger scan_no_truncate before truncate on scanning.scan for each statement execute function core.refuse_change();

-- How far each need is. The line is the pull line's; of what was taken along it is the thing itself.
create table scanning.need_count (
  event_id   uuid not null references planning.event on delete cascade,
  line_id    uuid not null,
  subject_id uuid not null,
  kind       text not null check (kind in ('PRODUCT', 'ASSET', 'CASE')),
  extra      boolean not null,
  picked     bigint not null default 0 check (picked >= 0),
  gone       bigint not null default 0 check (gone >= 0),
  back       bigint not null default 0 check (back >= 0),
  missing    bigint not null default 0 check (missing >= 0),
  primary key (event_id, line_id, subject_id)
);

-- What is picked or out now, and for which need: an asset and a case for one event at most.
create table scanning.held_asset (
  asset_id   uuid primary key references inventory.asset on delete cascade,
  event_id   uuid not null references planning.event,
  line_id    uuid not null,
  subject_id uuid not null,
  -- with its case, which takes the place of the need
  along      boolean not null,
  gone       boolean not null,
  -- whose stock availability was told that it left; null where it was told nothing of it
  stock_id   uuid,
  vehicle    text,
  scan_id    uuid not null,
  by_name    text not null,
  at         timestamptz not null
);
create index held_asset_event on scanning.held_asset (event_id);
create table scanning.held_case (
  case_id    uuid primary key references cases.flight_case on delete cascade,
  event_id   uuid not null references planning.event,
  line_id    uuid not null,
  subject_id uuid not null,
  along      boolean not null,
  gone       boolean not null,
  stock_id   uuid,
  vehicle    text,
  scan_id    uuid not null,
  by_name    text not null,
  at         timestamptz not null
);
create index held_case_event on scanning.held_case (event_id);
-- Counted pieces, loose or with a case.
create table scanning.held_pieces (
  event_id   uuid not null references planning.event,
  line_id    uuid not null,
  subject_id uuid not null,
  product_id uuid not null references catalogue.product,
  case_id    uuid references cases.flight_case,
  along      boolean not null,
  gone       boolean not null,
  stock_id   uuid,
  quantity   bigint not null check (quantity > 0),
  constraint held_pieces_once unique nulls not distinct (event_id, line_id, subject_id, product_id, case_id, gone)
);
create index held_pieces_case on scanning.held_pieces (case_id) where case_id is not null;

-- Where loose pieces are while they are out.
create table scanning.on_jobs (
  warehouse_id uuid primary key references inventory.location,
  location_id  uuid not null unique references inventory.location
);

-- The repairs that scans have opened, and the pictures of the damage that came after them.
create table scanning.damage (
  scan_id uuid not null,
  job_id  uuid not null references maintenance.job on delete cascade,
  primary key (scan_id, job_id)
);
create index damage_job on scanning.damage (job_id);
-- A picture counts once for good: its id is the device's.
create table scanning.photo (
  id      uuid primary key,
  scan_id uuid not null references scanning.scan,
  file_id uuid not null,
  at      timestamptz not null
);
create index photo_scan on scanning.photo (scan_id);

create view scanning.scan_seen as
select s.id, s.kind, s.result, s.outcome, s.message, s.code, s.thing_kind, s.thing_id, s.thing_label, s.event_id, e.number as event_number,
       s.quantity, s.condition, s.note, s.vehicle, s.undoes,
       exists (select from scanning.scan u where u.undoes = s.id and u.result = 'ACCEPTED') as undone,
       s.by_id, s.by_name, s.device_id, d.name as device_name, s.device_at, s.behind_millis, s.at
  from scanning.scan s
  left join planning.event e on e.id = s.event_id
  left join scanning.device d on d.id = s.device_id;

create view scanning.device_seen as
select d.id, d.name, d.user_id, u.name as user_name, d.enrolled_at, greatest(d.last_scan_at, s.last_seen_at) as last_seen_at, d.revoked_at, d.revoked_by
  from scanning.device d
  join identity.user_account u on u.id = d.user_id
  left join identity.session s on s.id = d.session_id;

-- What the judge and the devices see of the rooms below; read only.
create view scanning.asset_row as select a.id from inventory.asset a;
create view scanning.case_row as select c.id from cases.flight_case c;

create view scanning.asset_seen as
select a.id, a.number, a.product_id, p.name as product_name, a.status, a.status_since, a.quarantine_reason,
       case when a.out_for like 'event:%' then substr(a.out_for, 7)::uuid end as out_for,
       o.number as out_for_label, a.out_for is not null as claimed,
       h.event_id as held_for, h.line_id, h.subject_id, h.along, h.gone, h.stock_id, h.scan_id, h.by_name, h.at as held_at,
       k.case_id, c.number as case_number, a.location_id, l.name as location_name, a.home_location_id,
       case when not cond.usable then cond.label end as unusable,
       d.failed_on, d.due_on, d.plan_name, j.number as repair_number
  from inventory.asset a
  join catalogue.product p on p.id = a.product_id
  join inventory.condition cond on cond.name = a.condition
  left join planning.event o on a.out_for like 'event:%' and o.id = substr(a.out_for, 7)::uuid
  left join scanning.held_asset h on h.asset_id = a.id
  left join cases.packed_asset k on k.asset_id = a.id
  left join cases.flight_case c on c.id = k.case_id
  left join inventory.location l on l.id = a.location_id
  left join maintenance.job j on j.asset_id = a.id and j.state in ('REPORTED', 'IN_REPAIR', 'REPAIRED')
  left join lateral (
       select min(u.last_on) filter (where u.last_result = 'FAIL') as failed_on,
              min(u.due_on) filter (where u.last_result is distinct from 'FAIL') as due_on, min(n.name) as plan_name
         from maintenance.due u join maintenance.plan n on n.id = u.plan_id
        where u.asset_id = a.id and n.blocks_dispatch and n.archived_at is null) d on true;

-- Where availability counts an asset, and whether it counts with the case that it is in. Its home is looked at only where it is in no warehouse.
create view scanning.asset_counted as
select a.id,
       coalesce(
         (select r.id from inventory.location l join inventory.location r on r.id = l.warehouse_id and r.kind = 'WAREHOUSE' where l.id = a.location_id),
         (select r.id from inventory.location l join inventory.location r on r.id = l.warehouse_id and r.kind = 'WAREHOUSE' where l.id = a.home_location_id)
       ) as warehouse_id,
       coalesce((select availability.unit_of(k.case_id) is not null from cases.packed_asset k where k.asset_id = a.id), false) as in_unit
  from inventory.asset a;
create view scanning.case_counted as
select c.id, availability.unit_of(c.id) = c.id as unit, availability.unit_of(c.id) is not null as in_unit, availability.warehouse_of(c.location_id) as warehouse_id
  from cases.flight_case c;

create view scanning.case_seen as
select c.id, c.number, c.name, c.status, c.contents_kind = 'FIXED' as fixed, c.parent_id, r.number as parent_number, c.location_id, l.name as location_name,
       h.event_id as held_for, e.number as held_for_label, h.line_id, h.subject_id, h.along, h.gone, h.stock_id, h.scan_id, h.by_name, h.at as held_at
  from cases.flight_case c
  join inventory.location l on l.id = c.location_id
  left join cases.flight_case r on r.id = c.parent_id
  left join scanning.held_case h on h.case_id = c.id
  left join planning.event e on e.id = h.event_id;
create view scanning.packed_asset_seen as select p.asset_id, p.case_id from cases.packed_asset p;
create view scanning.packed_stock_seen as select p.case_id, p.product_id, p.quantity from cases.packed_stock p;
create view scanning.product_seen as
select p.id, p.kind, p.name, coalesce(p.number_prefix, p.barcode) as code, p.archived_at is not null as archived from catalogue.product p;
create view scanning.alternative_seen as select a.product_id, a.alternative_id from catalogue.alternative a;
create view scanning.place as
select l.id, l.name, l.code, l.kind, l.parent_id, l.path, l.warehouse_id, l.walking_order, l.archived_at is not null as archived from inventory.location l;
-- Loose pieces on the shelves, not those that are out.
create view scanning.level_seen as
select v.product_id, v.location_id, v.quantity, l.warehouse_id, l.walking_order, l.name as location_name, l.path
  from stock.level v
  join inventory.location l on l.id = v.location_id
 where v.quantity > 0 and not exists (select from scanning.on_jobs o where o.location_id = v.location_id);

create view scanning.event_seen as
select e.id, e.template, e.number, e.name, e.phase, e.client_name, e.venue_name, e.time_zone, e.from_at, e.to_at, e.occupied_to, e.turnaround_minutes,
       e.warehouse_id, e.warehouse_name, coalesce(j.check_wanted, false) as check_wanted, coalesce(j.scans, 0) as scans, j.checked_at, j.checked_by_name
  from planning.event_line e
  left join scanning.job j on j.event_id = e.id;

-- What an event's lists want, line by line; kits as their products. Free text is nobody's need.
create view scanning.wanted_count as
select l.event_id, l.id as list_id, l.position as list_position, coalesce(l.warehouse_id, e.warehouse_id) as warehouse_id,
       coalesce(g.position, 0)::numeric * 1000000000000000000 + s.position as place, s.id as line_id, s.kind as line_kind,
       case s.kind when 'KIT' then 'PRODUCT' else s.kind end as kind,
       coalesce(s.product_id, s.asset_id, s.case_id, k.product_id, s.id) as subject_id, k.product_id as of_kit,
       s.quantity * coalesce(k.quantity, 1) as wanted
  from planning.pull_list l
  join planning.event e on e.id = l.event_id
  join planning.pull_line s on s.list_id = l.id
  left join planning.pull_group g on g.id = s.group_id
  left join lateral (
       select p.product_id, sum(p.quantity)::bigint as quantity from catalogue.pieces_of_kits(array[s.kit_id]) p
        where s.kind = 'KIT' group by p.product_id) k on true;

-- The same in words, and where it stands on the list.
create view scanning.wanted as
select w.event_id, w.list_id, w.list_position, l.name as list_name, w.warehouse_id, w.place, w.line_id, s.group_name, w.line_kind,
       s.warehouse_note as note, s.text, w.kind, w.subject_id,
       coalesce(kp.name, s.name) as name, case w.line_kind when 'KIT' then kp.number_prefix else s.code end as code,
       case w.line_kind when 'KIT' then s.name end as kit_name, w.wanted
  from scanning.wanted_count w
  join planning.pull_list l on l.id = w.list_id
  join planning.line_seen s on s.id = w.line_id
  left join catalogue.product kp on kp.id = w.of_kit;
