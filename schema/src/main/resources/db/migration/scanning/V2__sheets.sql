-- What is ticked off by scanning without an event: a count of a place, a transfer that is loaded, one that arrives.

alter table scanning.scan drop constraint scan_kind_check;
alter table scanning.scan add constraint scan_kind_check
  check (kind in ('LOOK_UP', 'PREP', 'CHECK_OUT', 'CHECK_IN', 'MOVE', 'PACK', 'BIND', 'UNDO', 'COUNT', 'LOAD', 'RECEIVE'));

create table scanning.stocktake_numbering (
  only_one boolean primary key default true check (only_one),
  next bigint not null default 1 check (next > 0)
);
insert into scanning.stocktake_numbering default values;

create table scanning.stocktake (
  id               uuid primary key,
  number           text not null constraint stocktake_number_taken unique check (length(number) between 1 and 50),
  state            text not null default 'COUNTING' check (state in ('COUNTING', 'TO_CONFIRM', 'APPLIED', 'ABANDONED')),
  location_id      uuid not null references inventory.location,
  -- with what is below it
  below            boolean not null,
  -- somebody who did not count confirms
  second_person    boolean not null,
  note             text check (length(note) <= 2000),
  started_at       timestamptz not null,
  started_by_name  text not null,
  finished_at      timestamptz,
  finished_by_id   uuid,
  finished_by_name text,
  closed_at        timestamptz,
  closed_by_name   text,
  reason           text check (length(reason) between 1 and 1000),
  -- what came of it, line by line, as it was when it was applied
  result           jsonb,
  version          bigint not null default 1,
  constraint stocktake_counting check (state <> 'COUNTING' or num_nonnulls(finished_at, closed_at, result, reason) = 0),
  constraint stocktake_to_confirm check (state <> 'TO_CONFIRM'
    or (num_nonnulls(finished_at, finished_by_name) = 2 and num_nonnulls(closed_at, result, reason) = 0)),
  constraint stocktake_applied check (state <> 'APPLIED'
    or (num_nonnulls(finished_at, closed_at, closed_by_name, result) = 4 and reason is null)),
  constraint stocktake_abandoned check (state <> 'ABANDONED' or (num_nonnulls(closed_at, closed_by_name, reason) = 3 and result is null))
);
create index stocktake_started on scanning.stocktake (started_at, id);
create index stocktake_state on scanning.stocktake (state, id);
create index stocktake_location on scanning.stocktake (location_id);
-- Two at once of the same place would correct each other.
create unique index stocktake_under_way on scanning.stocktake (location_id) where state in ('COUNTING', 'TO_CONFIRM');

-- What the registers said was there when the count began.
create table scanning.stocktake_line (
  stocktake_id uuid not null references scanning.stocktake on delete cascade,
  kind         text not null check (kind in ('ASSET', 'CASE', 'PRODUCT')),
  subject_id   uuid not null,
  location_id  uuid,
  case_id      uuid,
  expected     bigint not null check (expected > 0),
  constraint stocktake_line_once unique nulls not distinct (stocktake_id, subject_id, location_id, case_id),
  check (kind <> 'PRODUCT' or num_nonnulls(location_id, case_id) = 1)
);

-- Whose hands counted: one of them is not the second person.
create table scanning.stocktake_counter (
  stocktake_id uuid not null references scanning.stocktake on delete cascade,
  user_id      uuid not null references identity.user_account,
  name         text not null,
  primary key (stocktake_id, user_id)
);

-- What was found by a count, or arrived with a transfer.
create table scanning.tick (
  sheet_id    uuid not null,
  kind        text not null check (kind in ('ASSET', 'CASE', 'PRODUCT')),
  subject_id  uuid not null,
  -- where it was found; null for where it belongs
  location_id uuid references inventory.location,
  case_id     uuid,
  quantity    bigint not null check (quantity > 0),
  -- with its case, by one scan
  along       boolean not null,
  scan_id     uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  constraint tick_once unique nulls not distinct (sheet_id, subject_id, location_id, case_id)
);
-- Assets and cases are in one place.
create unique index tick_of_thing on scanning.tick (sheet_id, subject_id) where kind <> 'PRODUCT';

create view scanning.stocktake_seen as
select s.*, l.name as location_name,
       (select count(*) from scanning.stocktake_line x where x.stocktake_id = s.id) as lines,
       (select coalesce(sum(x.expected), 0)::bigint from scanning.stocktake_line x where x.stocktake_id = s.id) as expected,
       f.found, t.ticked - f.found as unexpected,
       (select array_agg(c.name order by c.name) from scanning.stocktake_counter c where c.stocktake_id = s.id) as counted_by
  from scanning.stocktake s
  join inventory.location l on l.id = s.location_id
 -- one that nobody expected does not make up for one that is missing
 cross join lateral (
   select coalesce(sum(least(x.expected, t.quantity)), 0)::bigint as found
     from scanning.stocktake_line x
     join scanning.tick t on t.sheet_id = x.stocktake_id and t.subject_id = x.subject_id
      and (x.kind <> 'PRODUCT' or (t.location_id is not distinct from x.location_id and t.case_id is not distinct from x.case_id))
    where x.stocktake_id = s.id) f
 cross join lateral (
   select coalesce(sum(t.quantity), 0)::bigint as ticked from scanning.tick t where t.sheet_id = s.id) t;

-- What the judge and the devices see of what is ticked off.
create view scanning.sheet_seen as
select s.id, 'COUNT' as kind, s.number, s.state, l.name, s.location_id as place_id, s.location_id as root_id, s.below
  from scanning.stocktake s join inventory.location l on l.id = s.location_id
 union all
select t.id, case t.state when 'DRAFT' then 'LOAD' else 'RECEIVE' end, t.number, t.state, f.name || ' → ' || o.name,
       t.to_id, case t.state when 'DRAFT' then t.from_id else t.to_id end, true
  from transfers.transfer t
  join inventory.location f on f.id = t.from_id
  join inventory.location o on o.id = t.to_id;

create view scanning.sheet_line as
select x.stocktake_id as sheet_id, x.kind, x.subject_id, x.location_id, x.case_id, null::uuid as line_id, x.expected, false as settled
  from scanning.stocktake_line x
 union all
select l.transfer_id, case when l.asset_id is not null then 'ASSET' when l.case_id is not null then 'CASE' else 'PRODUCT' end,
       coalesce(l.asset_id, l.case_id, l.product_id), l.from_location_id, null, l.id, l.quantity, l.outcome <> 'PENDING'
  from transfers.line l;
