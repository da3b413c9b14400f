-- Equipment that is not ours, or not ours yet: sub-hired from partners and to them, and what is to be bought and sold.

create table sourcing.numbering (
  only_one      boolean primary key default true check (only_one),
  next_sub_hire bigint not null default 1 check (next_sub_hire > 0),
  next_plan     bigint not null default 1 check (next_plan > 0)
);
insert into sourcing.numbering default values;

create table sourcing.sub_hire (
  id              uuid primary key,
  number          text not null constraint sub_hire_number_taken unique check (length(number) between 1 and 50),
  -- in: from a partner to us; out: from us to a partner
  direction       text not null check (direction in ('IN', 'OUT')),
  state           text not null default 'REQUESTED'
                    check (state in ('REQUESTED', 'ACCEPTED', 'RECEIVED', 'RETURNED', 'DECLINED', 'CANCELLED')),
  partner_id      uuid not null references clients.client,
  product_id      uuid not null references catalogue.product,
  warehouse_id    uuid not null references inventory.location,
  quantity        integer not null check (quantity between 1 and 1000000),
  begins          timestamptz not null,
  ends            timestamptz not null,
  -- only for this event; empty: for everybody
  event_id        uuid references planning.event on delete set null,
  -- for all of it, in the minor unit of the currency
  cost_minor      bigint check (cost_minor >= 0),
  currency        text check (currency ~ '^[A-Z]{3}$'),
  note            text check (length(note) between 1 and 2000),
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint sub_hire_cost check ((cost_minor is null) = (currency is null)),
  constraint sub_hire_period check (begins < ends),
  constraint sub_hire_out_is_for_nobody_here check (direction = 'IN' or event_id is null)
);
create index sub_hire_by_begin on sourcing.sub_hire (begins, id);
create index sub_hire_by_changed on sourcing.sub_hire (changed_at, id);
create index sub_hire_product on sourcing.sub_hire (product_id);
create index sub_hire_partner on sourcing.sub_hire (partner_id);
create index sub_hire_warehouse on sourcing.sub_hire (warehouse_id);
create index sub_hire_event on sourcing.sub_hire (event_id) where event_id is not null;

create table sourcing.plan (
  id              uuid primary key,
  number          text not null constraint plan_number_taken unique check (length(number) between 1 and 50),
  kind            text not null check (kind in ('PURCHASE', 'SALE')),
  state           text not null default 'PLANNED' check (state in ('PLANNED', 'DONE', 'CANCELLED')),
  product_id      uuid not null references catalogue.product,
  warehouse_id    uuid not null references inventory.location,
  quantity        integer not null check (quantity between 1 and 1000000),
  -- arrives, or leaves, on that day
  due_on          date not null,
  partner_id      uuid references clients.client,
  unit_cost_minor bigint check (unit_cost_minor >= 0),
  currency        text check (currency ~ '^[A-Z]{3}$'),
  note            text check (length(note) between 1 and 2000),
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint plan_cost check ((unit_cost_minor is null) = (currency is null))
);
create index plan_by_due on sourcing.plan (due_on, id);
create index plan_by_changed on sourcing.plan (changed_at, id);
create index plan_product on sourcing.plan (product_id);
create index plan_partner on sourcing.plan (partner_id) where partner_id is not null;
create index plan_warehouse on sourcing.plan (warehouse_id);

-- What this room shows of others; read only.
create view sourcing.product_seen as
select p.id, p.name, p.archived_at is not null as archived from catalogue.product p;

create view sourcing.partner_seen as
select c.id, c.name, c.archived_at is not null as archived from clients.client c;

create view sourcing.warehouse_seen as
select l.id, l.name, l.archived_at is not null as archived from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null;

create view sourcing.event_seen as
select e.id, coalesce(e.number, '') as number, e.name from planning.event e where not e.template;

create view sourcing.sub_hire_line as
select s.*, c.name as partner_name, p.name as product_name, w.name as warehouse_name, e.number as event_number, e.name as event_name
  from sourcing.sub_hire s
  join clients.client c on c.id = s.partner_id
  join catalogue.product p on p.id = s.product_id
  join inventory.location w on w.id = s.warehouse_id
  left join planning.event e on e.id = s.event_id;

create view sourcing.plan_line as
select s.*, c.name as partner_name, p.name as product_name, w.name as warehouse_name
  from sourcing.plan s
  left join clients.client c on c.id = s.partner_id
  join catalogue.product p on p.id = s.product_id
  join inventory.location w on w.id = s.warehouse_id;
