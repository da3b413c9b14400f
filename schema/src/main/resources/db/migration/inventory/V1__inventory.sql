-- Where a thing is and what became of it: locations, assets, their codes, their movements.
create table inventory.location (
  id           uuid primary key,
  parent_id    uuid constraint location_has_children references inventory.location,
  kind         text not null check (kind in ('WAREHOUSE', 'ZONE', 'SHELF', 'BIN', 'VENUE', 'TRUCK', 'REPAIR_SHOP', 'PARTNER', 'TRANSIT')),
  name         text not null check (length(name) between 1 and 200),
  code         text check (length(code) between 1 and 50),
  address      text,
  -- the ids from the root down to this location itself; kept by the code, checked by a property test
  path         uuid[] not null,
  -- the root, or this location itself where it is one
  warehouse_id uuid not null references inventory.location deferrable initially deferred,
  position     integer not null default 0,
  archived_at  timestamptz,
  version      bigint not null default 1,
  check (parent_id <> id),
  check (path[cardinality(path)] = id)
);
create unique index location_code_taken on inventory.location (upper(code));
create unique index location_name_taken on inventory.location (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name))
  where archived_at is null;
create index location_path on inventory.location using gin (path);
create index location_parent on inventory.location (parent_id, position);

create table inventory.condition (
  name     text primary key check (name ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  label    text not null check (length(label) between 1 and 100),
  usable   boolean not null,
  built_in boolean not null default false,
  position integer not null default 0
);
insert into inventory.condition (name, label, usable, built_in, position)
values ('GOOD', 'Good', true, true, 0), ('DAMAGED', 'Damaged', false, true, 1), ('WRITTEN_OFF', 'Written off', false, true, 2);

create table inventory.number_sequence (
  prefix text primary key,
  next   bigint not null check (next >= 1)
);

create table inventory.asset (
  id                      uuid primary key,
  product_id              uuid not null constraint product_has_assets references catalogue.product,
  number                  text not null check (length(number) between 1 and 50),
  serial                  text check (length(serial) between 1 and 100),
  status                  text not null check (status in ('AVAILABLE', 'RESERVED', 'CHECKED_OUT', 'ON_SITE', 'CHECKED_IN', 'DAMAGED',
                            'IN_REPAIR', 'LOST', 'RETIRED', 'SOLD', 'TRANSFERRED')),
  condition               text not null default 'GOOD' constraint condition_in_use references inventory.condition,
  location_id             uuid constraint location_has_assets references inventory.location,
  home_location_id        uuid constraint location_is_home references inventory.location,
  purchase_date           date,
  supplier                text,
  purchase_cost_minor     bigint check (purchase_cost_minor between 0 and 1000000000000),
  insurance_value_minor   bigint check (insurance_value_minor between 0 and 1000000000000),
  currency                text not null check (currency ~ '^[A-Z]{3}$'),
  depreciation            text not null default 'NONE' check (depreciation in ('NONE', 'STRAIGHT_LINE', 'DECLINING_BALANCE')),
  useful_life_months      integer check (useful_life_months between 1 and 1200),
  residual_value_minor    bigint check (residual_value_minor between 0 and 1000000000000),
  declining_percent       numeric(5, 2) check (declining_percent > 0 and declining_percent < 100),
  firmware                text,
  notes                   text,
  quarantined_at          timestamptz,
  quarantine_reason       text,
  lost_at                 timestamptz,
  disposed_at             timestamptz,
  disposed_to             text,
  disposal_price_minor    bigint check (disposal_price_minor between 0 and 1000000000000),
  version                 bigint not null default 1,
  created_at              timestamptz not null,
  check ((status in ('RETIRED', 'SOLD', 'TRANSFERRED')) = (disposed_at is not null)),
  check (status in ('SOLD', 'TRANSFERRED') or disposed_to is null),
  check (status = 'SOLD' or disposal_price_minor is null),
  check ((status = 'LOST') = (lost_at is not null)),
  check ((quarantined_at is null) = (quarantine_reason is null)),
  check (depreciation <> 'STRAIGHT_LINE' or useful_life_months is not null),
  check (depreciation <> 'DECLINING_BALANCE' or declining_percent is not null)
);
create unique index asset_number_taken on inventory.asset (upper(number));
create index asset_by_number on inventory.asset (number, id);
create index asset_by_product on inventory.asset (product_id, number, id);
create index asset_by_status on inventory.asset (status, id);
create index asset_by_location on inventory.asset (location_id, id);
create index asset_by_created on inventory.asset (created_at, id);
create index asset_by_purchase on inventory.asset (coalesce(purchase_date, '-infinity'::date), id);
create index asset_by_serial on inventory.asset (upper(serial)) where serial is not null;

create table inventory.asset_alias (
  code      text primary key check (length(code) between 1 and 200 and code = upper(code)),
  shown     text not null,
  asset_id  uuid not null references inventory.asset on delete cascade,
  symbology text,
  note      text,
  added_at  timestamptz not null
);
create index asset_alias_asset on inventory.asset_alias (asset_id);

-- Everything that happened to an asset's place and state; append-only.
create table inventory.asset_movement (
  id               uuid primary key,
  asset_id         uuid not null references inventory.asset,
  at               timestamptz not null,
  actor_id         uuid,
  from_location_id uuid,
  to_location_id   uuid,
  from_status      text,
  to_status        text not null,
  reason           text,
  reference        text
);
create index asset_movement_asset on inventory.asset_movement (asset_id, id desc);
create trigger asset_movement_append_only before update or delete on inventory.asset_movement
  for each row execute function core.refuse_change();
