-- Repairs, inspection plans, inspections, and what is due when.

create table maintenance.numbering (
  only_one boolean primary key default true check (only_one),
  next bigint not null default 1 check (next > 0)
);
insert into maintenance.numbering default values;

create table maintenance.job (
  id                uuid primary key,
  number            text not null constraint job_number_taken unique check (length(number) between 1 and 50),
  state             text not null default 'REPORTED'
                      check (state in ('REPORTED', 'IN_REPAIR', 'REPAIRED', 'RETURNED', 'CANCELLED', 'BEYOND_REPAIR')),
  -- one asset, or so many pieces of a counted product from one place
  asset_id          uuid references inventory.asset,
  product_id        uuid not null references catalogue.product,
  quantity          bigint not null default 1 check (quantity between 1 and 1000000),
  stock_location_id uuid references inventory.location,
  severity          text not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  fault_category    text check (length(fault_category) between 1 and 100),
  description       text not null check (length(description) between 1 and 5000),
  reported_at       timestamptz not null,
  reported_by_id    uuid,
  reported_by_name  text not null,
  assigned_to_id    uuid references identity.user_account,
  repair_shop_id    uuid references inventory.location,
  expected_back     date,
  work_done         text check (length(work_done) <= 5000),
  started_at        timestamptz,
  repaired_at       timestamptz,
  ended_at          timestamptz,
  end_note          text check (length(end_note) between 1 and 2000),
  returned_to_id    uuid references inventory.location,
  version           bigint not null default 1,
  check ((asset_id is null) = (stock_location_id is not null)),
  check (asset_id is null or quantity = 1),
  constraint job_reported check (state <> 'REPORTED' or num_nonnulls(started_at, repaired_at, ended_at) = 0),
  constraint job_in_repair check (state <> 'IN_REPAIR' or (started_at is not null and num_nonnulls(repaired_at, ended_at) = 0)),
  constraint job_repaired check (state <> 'REPAIRED' or (num_nonnulls(started_at, repaired_at) = 2 and ended_at is null)),
  constraint job_returned check (state <> 'RETURNED' or num_nonnulls(started_at, repaired_at, ended_at, returned_to_id) = 4),
  constraint job_cancelled check (state <> 'CANCELLED' or num_nonnulls(ended_at, end_note) = 2),
  constraint job_beyond_repair check (state <> 'BEYOND_REPAIR' or num_nonnulls(ended_at, end_note) = 2),
  constraint job_returned_only check (returned_to_id is null or state = 'RETURNED')
);
create unique index job_open_of_asset on maintenance.job (asset_id) where state in ('REPORTED', 'IN_REPAIR', 'REPAIRED');
create index job_asset on maintenance.job (asset_id, reported_at desc) where asset_id is not null;
create index job_product on maintenance.job (product_id);
create index job_reported_at on maintenance.job (reported_at, id);
create index job_state on maintenance.job (state, id);
create index job_assigned_to on maintenance.job (assigned_to_id) where assigned_to_id is not null;
create index job_repair_shop on maintenance.job (repair_shop_id) where repair_shop_id is not null;
create index job_stock_location on maintenance.job (stock_location_id) where stock_location_id is not null;

create table maintenance.cost_line (
  job_id          uuid not null references maintenance.job on delete cascade,
  position        integer not null check (position >= 0),
  kind            text not null check (kind in ('LABOUR', 'PART', 'EXTERNAL')),
  description     text not null check (length(description) between 1 and 300),
  -- hours, pieces
  quantity        numeric(12, 3) not null check (quantity > 0 and quantity <= 100000),
  unit_cost_minor bigint not null check (unit_cost_minor between 0 and 100000000000),
  amount_minor    bigint not null check (amount_minor between 0 and 10000000000000000),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (job_id, position)
);

create table maintenance.plan (
  id              uuid primary key,
  name            text not null check (length(name) between 1 and 200),
  kind            text not null check (kind in ('PAT', 'LOLER', 'PUWER', 'OWN')),
  -- for one product, or for a category with everything below it
  product_id      uuid references catalogue.product,
  category_id     uuid references catalogue.category,
  interval_months integer check (interval_months between 1 and 240),
  interval_days   integer check (interval_days between 1 and 7300),
  first_due       text not null check (first_due in ('AFTER_INTERVAL', 'AT_ONCE')),
  lead_days       integer not null check (lead_days between 0 and 365),
  blocks_dispatch boolean not null,
  instructions    text check (length(instructions) <= 10000),
  -- [{id, text, kind: CHECK|MEASURE, unit, min, max}]
  checklist       jsonb not null default '[]',
  archived_at     timestamptz,
  created_at      timestamptz not null,
  version         bigint not null default 1,
  check (num_nonnulls(product_id, category_id) = 1),
  check (num_nonnulls(interval_months, interval_days) = 1)
);
create unique index plan_name_taken on maintenance.plan (lower(name)) where archived_at is null;
create index plan_product on maintenance.plan (product_id) where product_id is not null;
create index plan_category on maintenance.plan (category_id) where category_id is not null;

-- What was found on a day. Never changed; a wrong one is cancelled and recorded anew.
create table maintenance.inspection (
  id               uuid primary key,
  plan_id          uuid not null constraint plan_has_inspections references maintenance.plan,
  asset_id         uuid not null references inventory.asset,
  inspected_on     date not null,
  inspector        text not null check (length(inspector) between 1 and 200),
  inspector_id     uuid references identity.user_account,
  result           text not null check (result in ('PASS', 'PASS_WITH_REMARKS', 'FAIL')),
  remarks          text check (length(remarks) <= 5000),
  -- [{item, text, passed, value, unit, min, max, note}], as the checklist was on that day
  answers          jsonb not null default '[]',
  -- where the certificate says sooner than the interval does
  valid_until      date,
  next_due         date,
  job_id           uuid references maintenance.job,
  recorded_at      timestamptz not null,
  recorded_by_id   uuid,
  recorded_by_name text not null,
  cancelled_at     timestamptz,
  cancel_reason    text check (length(cancel_reason) between 1 and 1000),
  version          bigint not null default 1,
  check ((cancelled_at is null) = (cancel_reason is null)),
  check ((result = 'FAIL') = (next_due is null)),
  check (valid_until is null or (result <> 'FAIL' and valid_until >= inspected_on)),
  constraint inspection_remarks_said check (result <> 'PASS_WITH_REMARKS' or remarks is not null)
);
create index inspection_latest on maintenance.inspection (asset_id, plan_id, inspected_on desc, id desc) where cancelled_at is null;
create index inspection_plan on maintenance.inspection (plan_id);
create index inspection_on on maintenance.inspection (inspected_on, id);
create index inspection_job on maintenance.inspection (job_id) where job_id is not null;

-- When each asset is due under each plan that applies to it. Kept by the triggers below and by nobody else.
create table maintenance.due (
  id                 uuid primary key default gen_random_uuid(),
  asset_id           uuid not null references inventory.asset on delete cascade,
  plan_id            uuid not null references maintenance.plan on delete cascade,
  due_on             date not null,
  last_on            date,
  last_result        text,
  last_inspection_id uuid,
  constraint due_once unique (asset_id, plan_id)
);
create index due_on on maintenance.due (due_on, id);
create index due_plan on maintenance.due (plan_id, due_on);
create index due_failed on maintenance.due (asset_id) where last_result = 'FAIL';

create function maintenance.write_due(assets uuid[], plans uuid[]) returns void language sql as $$
  insert into maintenance.due as d (asset_id, plan_id, due_on, last_on, last_result, last_inspection_id)
  select w.asset_id, w.plan_id,
         case when passed.inspected_on is not null
              then least(coalesce(passed.valid_until, 'infinity'), (passed.inspected_on + s.step)::date)
              when s.at_once then s.base
              else (s.base + s.step)::date end,
         latest.inspected_on, latest.result, latest.id
    from unnest(assets, plans) w (asset_id, plan_id)
    join inventory.asset a on a.id = w.asset_id
    join maintenance.plan p on p.id = w.plan_id
   cross join lateral (
         select coalesce(a.purchase_date, (a.created_at at time zone identity.zone())::date) as base, p.first_due = 'AT_ONCE' as at_once,
                make_interval(months => coalesce(p.interval_months, 0), days => coalesce(p.interval_days, 0)) as step) s
    left join lateral (
         select i.inspected_on, i.valid_until from maintenance.inspection i
          where i.asset_id = w.asset_id and i.plan_id = w.plan_id and i.cancelled_at is null and i.result <> 'FAIL'
          order by i.inspected_on desc, i.id desc limit 1) passed on true
    left join lateral (
         select i.id, i.inspected_on, i.result from maintenance.inspection i
          where i.asset_id = w.asset_id and i.plan_id = w.plan_id and i.cancelled_at is null
          order by i.inspected_on desc, i.id desc limit 1) latest on true
  on conflict (asset_id, plan_id) do update
     set due_on = excluded.due_on, last_on = excluded.last_on, last_result = excluded.last_result,
         last_inspection_id = excluded.last_inspection_id
   where (d.due_on, d.last_on, d.last_result, d.last_inspection_id)
         is distinct from (excluded.due_on, excluded.last_on, excluded.last_result, excluded.last_inspection_id)
$$;

-- From the assets up to the plans of their products and categories; a single asset costs a few index look-ups.
create function maintenance.assets_changed(assets uuid[]) returns void language plpgsql as $$
declare
  due_assets uuid[];
  due_plans  uuid[];
begin
  -- whoever records an inspection holds these rows; what follows sees what they wrote
  perform from maintenance.due d where d.asset_id = any (assets) order by d.id for update;
  if not exists (select from maintenance.plan where archived_at is null) then
    delete from maintenance.due d using unnest(assets) c (id) where d.asset_id = c.id;
    return;
  end if;
  with recursive kept as (
    select a.id, a.product_id from unnest(assets) c (id) join inventory.asset a on a.id = c.id
     where a.status not in ('RETIRED', 'SOLD', 'TRANSFERRED')),
  up (product_id, category_id) as (
    select p.id, p.category_id from (select distinct product_id from kept) k join catalogue.product p on p.id = k.product_id
    union
    select u.product_id, c.parent_id from up u join catalogue.category c on c.id = u.category_id where c.parent_id is not null),
  wanted (product_id, plan_id) as (
    select u.product_id, n.id from up u join maintenance.plan n on n.category_id = u.category_id where n.archived_at is null
    union
    select u.product_id, n.id from up u join maintenance.plan n on n.product_id = u.product_id where n.archived_at is null)
  select coalesce(array_agg(k.id), '{}'), coalesce(array_agg(w.plan_id), '{}')
    into due_assets, due_plans
    from kept k join wanted w on w.product_id = k.product_id;
  delete from maintenance.due d
   using unnest(assets) c (id)
   where d.asset_id = c.id
     and not exists (select from unnest(due_assets, due_plans) w (asset_id, plan_id)
                      where w.asset_id = d.asset_id and w.plan_id = d.plan_id);
  perform maintenance.write_due(due_assets, due_plans);
end $$;

-- From the plans down to all assets of their products.
create function maintenance.plans_changed(plans uuid[]) returns void language plpgsql as $$
declare
  due_assets uuid[];
  due_plans  uuid[];
begin
  with recursive under (plan_id, category_id) as (
    select n.id, n.category_id from maintenance.plan n
     where n.id = any (plans) and n.archived_at is null and n.category_id is not null
    union
    select u.plan_id, c.id from under u join catalogue.category c on c.parent_id = u.category_id),
  wanted (plan_id, product_id) as (
    select u.plan_id, p.id from under u join catalogue.product p on p.category_id = u.category_id
    union
    select n.id, n.product_id from maintenance.plan n
     where n.id = any (plans) and n.archived_at is null and n.product_id is not null)
  select coalesce(array_agg(a.id), '{}'), coalesce(array_agg(w.plan_id), '{}')
    into due_assets, due_plans
    from wanted w join inventory.asset a on a.product_id = w.product_id
   where a.status not in ('RETIRED', 'SOLD', 'TRANSFERRED');
  delete from maintenance.due d
   where d.plan_id = any (plans)
     and not exists (select from unnest(due_assets, due_plans) w (asset_id, plan_id)
                      where w.asset_id = d.asset_id and w.plan_id = d.plan_id);
  perform maintenance.write_due(due_assets, due_plans);
end $$;

create function maintenance.on_assets_registered() returns trigger language plpgsql as $$
begin
  if exists (select from maintenance.plan where archived_at is null) then
    perform maintenance.assets_changed((select array_agg(id) from come));
  end if;
  return null;
end $$;
create trigger due_of_registered after insert on inventory.asset
  referencing new table as come for each statement execute function maintenance.on_assets_registered();

-- Old and new rows are joined in full, which is never done by a loop in a loop: the plan is kept, and was made for however few rows came first.
create function maintenance.on_assets_changed() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  select array_agg(c.id) into touched
    from come c full join gone g on g.id = c.id
   where (c.product_id, c.purchase_date, c.created_at, c.status in ('RETIRED', 'SOLD', 'TRANSFERRED'))
         is distinct from (g.product_id, g.purchase_date, g.created_at, g.status in ('RETIRED', 'SOLD', 'TRANSFERRED'));
  if touched is not null then perform maintenance.assets_changed(touched); end if;
  return null;
end $$;
create trigger due_of_changed after update on inventory.asset
  referencing old table as gone new table as come for each statement execute function maintenance.on_assets_changed();

create function maintenance.on_product_recategorised() returns trigger language plpgsql as $$
begin
  if exists (select from maintenance.plan where category_id is not null) then
    perform maintenance.assets_changed(array(select id from inventory.asset where product_id = new.id));
  end if;
  return null;
end $$;
create trigger due_of_recategorised after update of category_id on catalogue.product
  for each row when (old.category_id is distinct from new.category_id) execute function maintenance.on_product_recategorised();

create function maintenance.on_category_moved() returns trigger language plpgsql as $$
begin
  perform maintenance.plans_changed(array(select id from maintenance.plan where category_id is not null));
  return null;
end $$;
create trigger due_of_moved_category after update of parent_id on catalogue.category
  for each row when (old.parent_id is distinct from new.parent_id) execute function maintenance.on_category_moved();

create function maintenance.on_plan() returns trigger language plpgsql as $$
begin
  perform maintenance.plans_changed(array[new.id]);
  return null;
end $$;
create trigger due_of_new_plan after insert on maintenance.plan for each row execute function maintenance.on_plan();
create trigger due_of_changed_plan after update on maintenance.plan
  for each row when ((old.product_id, old.category_id, old.interval_months, old.interval_days, old.first_due, old.archived_at)
    is distinct from (new.product_id, new.category_id, new.interval_months, new.interval_days, new.first_due, new.archived_at))
  execute function maintenance.on_plan();

-- Only pairs that are due at all are written: an inspection under an archived plan changes nothing.
create function maintenance.on_inspections() returns trigger language plpgsql as $$
declare
  due_assets uuid[];
  due_plans  uuid[];
begin
  select array_agg(d.asset_id), array_agg(d.plan_id) into due_assets, due_plans
    from (select distinct asset_id, plan_id from come) c
    join maintenance.due d on d.asset_id = c.asset_id and d.plan_id = c.plan_id;
  if due_assets is not null then perform maintenance.write_due(due_assets, due_plans); end if;
  return null;
end $$;
create trigger due_of_inspected after insert on maintenance.inspection
  referencing new table as come for each statement execute function maintenance.on_inspections();
create trigger due_of_cancelled after update on maintenance.inspection
  referencing new table as come for each statement execute function maintenance.on_inspections();

-- What these rooms show of others; read only.
create view maintenance.person as
select u.id, u.name, u.state from identity.user_account u;

create view maintenance.place as
select o.id, o.name, o.kind, o.archived_at is not null as archived from inventory.location o;

create view maintenance.asset_seen as
select a.id, a.number, a.serial, a.status, a.product_id, p.name as product_name, a.location_id
  from inventory.asset a join catalogue.product p on p.id = a.product_id;

create view maintenance.product_seen as
select p.id, p.name, p.kind, p.archived_at is not null as archived from catalogue.product p;

create view maintenance.category_seen as
select c.id, c.name, c.parent_id from catalogue.category c;

create view maintenance.job_line as
select j.*, a.number as asset_number, p.name as product_name, s.name as stock_location_name, r.name as repair_shop_name,
       t.name as returned_to_name, u.name as assigned_to_name,
       (select sum(c.amount_minor)::bigint from maintenance.cost_line c where c.job_id = j.id) as total_minor,
       (select min(c.currency) from maintenance.cost_line c where c.job_id = j.id) as total_currency,
       j.state in ('REPORTED', 'IN_REPAIR', 'REPAIRED') as open,
       case j.severity when 'LOW' then 0 when 'MEDIUM' then 1 when 'HIGH' then 2 else 3 end as severity_rank
  from maintenance.job j
  join catalogue.product p on p.id = j.product_id
  left join inventory.asset a on a.id = j.asset_id
  left join inventory.location s on s.id = j.stock_location_id
  left join inventory.location r on r.id = j.repair_shop_id
  left join inventory.location t on t.id = j.returned_to_id
  left join identity.user_account u on u.id = j.assigned_to_id;

create view maintenance.plan_line as
select n.*, p.name as product_name, c.name as category_name,
       (select count(*) from maintenance.due d where d.plan_id = n.id) as assets
  from maintenance.plan n
  left join catalogue.product p on p.id = n.product_id
  left join catalogue.category c on c.id = n.category_id;

create view maintenance.inspection_line as
select i.*, n.name as plan_name, n.kind as plan_kind, a.number as asset_number, p.id as product_id, p.name as product_name, j.number as job_number
  from maintenance.inspection i
  join maintenance.plan n on n.id = i.plan_id
  join inventory.asset a on a.id = i.asset_id
  join catalogue.product p on p.id = a.product_id
  left join maintenance.job j on j.id = i.job_id;

create view maintenance.due_line as
select d.*, n.name as plan_name, n.kind as plan_kind, n.lead_days, n.blocks_dispatch, a.number as asset_number, a.status as asset_status,
       a.product_id, p.name as product_name, p.category_id, a.location_id, o.name as location_name, o.path as location_path
  from maintenance.due d
  join maintenance.plan n on n.id = d.plan_id
  join inventory.asset a on a.id = d.asset_id
  join catalogue.product p on p.id = a.product_id
  left join inventory.location o on o.id = a.location_id;
