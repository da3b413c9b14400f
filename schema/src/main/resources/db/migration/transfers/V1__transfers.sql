-- Equipment on the way from one warehouse to another.

create table transfers.numbering (
  only_one boolean primary key default true check (only_one),
  next bigint not null default 1 check (next > 0)
);
insert into transfers.numbering default values;

create table transfers.transfer (
  id                  uuid primary key,
  number              text not null constraint transfer_number_taken unique check (length(number) between 1 and 50),
  state               text not null default 'DRAFT' check (state in ('DRAFT', 'IN_TRANSIT', 'RECEIVED', 'CANCELLED')),
  from_id             uuid not null references inventory.location,
  to_id               uuid not null references inventory.location,
  -- where things are while they are on the way
  transit_id          uuid references inventory.location,
  planned_on          date,
  -- by the end of that day it is expected to be there
  arrives_on          date,
  note                text check (length(note) <= 2000),
  created_at          timestamptz not null,
  created_by_name     text not null,
  dispatched_at       timestamptz,
  dispatched_by_name  text,
  received_at         timestamptz,
  received_by_name    text,
  cancelled_at        timestamptz,
  cancel_reason       text check (length(cancel_reason) between 1 and 1000),
  version             bigint not null default 1,
  constraint transfer_between_two check (from_id <> to_id),
  constraint transfer_arrives_after_it_leaves check (arrives_on >= planned_on),
  constraint transfer_draft check (state <> 'DRAFT' or num_nonnulls(dispatched_at, received_at, cancelled_at) = 0),
  constraint transfer_in_transit check (state <> 'IN_TRANSIT'
    or (num_nonnulls(dispatched_at, dispatched_by_name, transit_id) = 3 and num_nonnulls(received_at, cancelled_at) = 0)),
  constraint transfer_received check (state <> 'RECEIVED'
    or (num_nonnulls(dispatched_at, transit_id, received_at, received_by_name) = 4 and cancelled_at is null)),
  constraint transfer_cancelled check (state <> 'CANCELLED' or (num_nonnulls(cancelled_at, cancel_reason) = 2 and received_at is null))
);
create index transfer_created on transfers.transfer (created_at, id);
create index transfer_planned on transfers.transfer ((coalesce(planned_on, '9999-12-31'::date)), id);
create index transfer_state on transfers.transfer (state, id);
create index transfer_from on transfers.transfer (from_id);
create index transfer_to on transfers.transfer (to_id);

-- One asset, one case with what is in it, or so many pieces of a counted product.
create table transfers.line (
  id                uuid primary key,
  transfer_id       uuid not null references transfers.transfer on delete cascade,
  position          integer not null check (position >= 0),
  asset_id          uuid references inventory.asset,
  case_id           uuid references cases.flight_case,
  product_id        uuid references catalogue.product,
  quantity          bigint not null check (quantity between 0 and 1000000000),
  received_quantity bigint check (received_quantity between 0 and 1000000000),
  -- where the pieces are taken from; for assets and cases where they stood when they left
  from_location_id  uuid references inventory.location,
  outcome           text not null default 'PENDING' check (outcome in ('PENDING', 'RECEIVED', 'MISSING', 'SURPLUS', 'PARTLY')),
  note              text check (length(note) <= 500),
  constraint line_position unique (transfer_id, position),
  check (num_nonnulls(asset_id, case_id, product_id) = 1),
  check (product_id is not null or quantity in (0, 1)),
  check (product_id is null or from_location_id is not null),
  check ((outcome = 'PENDING') = (received_quantity is null))
);
create index line_transfer on transfers.line (transfer_id, position);
create index line_asset on transfers.line (asset_id) where asset_id is not null;
create index line_case on transfers.line (case_id) where case_id is not null;
create unique index line_asset_once on transfers.line (transfer_id, asset_id) where asset_id is not null;
create unique index line_case_once on transfers.line (transfer_id, case_id) where case_id is not null;
create unique index line_product_once on transfers.line (transfer_id, product_id, from_location_id) where product_id is not null;

create view transfers.asset_seen as
select a.id, a.number, a.status, a.location_id from inventory.asset a;

create view transfers.product_seen as
select p.id, p.name, p.kind from catalogue.product p;

create view transfers.place as
select o.id, o.name, o.kind, o.path, o.warehouse_id, o.archived_at is not null as archived from inventory.location o;

create view transfers.transfer_line as
select t.*, f.name as from_name, o.name as to_name,
       (select count(*) from transfers.line l where l.transfer_id = t.id) as lines,
       (select count(*) from transfers.line l where l.transfer_id = t.id and l.outcome = 'PENDING') as pending,
       (select count(*) from transfers.line l where l.transfer_id = t.id and l.outcome in ('MISSING', 'SURPLUS', 'PARTLY')) as differences
  from transfers.transfer t
  join inventory.location f on f.id = t.from_id
  join inventory.location o on o.id = t.to_id;

create view transfers.line_seen as
select l.*, a.number as asset_number, c.number as case_number, c.name as case_name, coalesce(p.name, ap.name) as product_name,
       o.name as from_location_name
  from transfers.line l
  left join inventory.asset a on a.id = l.asset_id
  left join catalogue.product ap on ap.id = a.product_id
  left join cases.flight_case c on c.id = l.case_id
  left join catalogue.product p on p.id = l.product_id
  left join inventory.location o on o.id = l.from_location_id;

-- What is on its way now, or would be missed.
create view transfers.on_the_way as
select l.asset_id, l.case_id, t.id as transfer_id, t.number
  from transfers.line l
  join transfers.transfer t on t.id = l.transfer_id
 where t.state = 'IN_TRANSIT' and l.outcome = 'PENDING';
