-- Where things are and which things there are: locations, conditions, assets with their codes and their history.
create table inventory.location (
  id            uuid primary key,
  parent_id     uuid constraint location_has_children references inventory.location,
  kind          text not null check (kind in ('WAREHOUSE', 'ZONE', 'SHELF', 'BIN', 'VENUE', 'TRUCK', 'REPAIR_SHOP', 'PARTNER', 'TRANSIT')),
  name          text not null check (length(name) between 1 and 200),
  code          text check (length(code) between 1 and 50),
  -- what sorts it and the assets in it: the code, else the name, without case
  sort_key      text collate "C" not null generated always as (upper(coalesce(code, name))) stored,
  address       text check (length(address) <= 1000),
  -- from the root down to the location itself; depth, subtree and ancestors come from it
  path          uuid[] not null,
  -- the root, or this location itself where it is one
  warehouse_id  uuid not null references inventory.location deferrable initially deferred,
  position      integer not null default 0,
  walking_order integer check (walking_order between 0 and 1000000),
  archived_at   timestamptz,
  version       bigint not null default 1,
  created_at    timestamptz not null default now(),
  check (parent_id <> id),
  constraint location_path_ends_here check (path[cardinality(path)] = id and cardinality(path) between 1 and 20),
  constraint location_path_over_parent check ((parent_id is null) = (cardinality(path) = 1) and (parent_id is null or path[cardinality(path) - 1] = parent_id)),
  constraint location_in_its_warehouse check (warehouse_id = path[1])
);
create unique index location_code_taken on inventory.location (upper(code));
create unique index location_name_taken on inventory.location (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name))
  where archived_at is null;
create index location_parent on inventory.location (parent_id, position, id);
create index location_path on inventory.location using gin (path);
create index location_warehouse on inventory.location (warehouse_id);
create index location_by_name on inventory.location (lower(name), id);
create index location_by_code on inventory.location (sort_key, id);

-- Where a path was written by one hand and the parent by another, the commit fails.
create function inventory.location_path_is_true() returns trigger language plpgsql as $$
declare
  is_now inventory.location%rowtype;
begin
  select * into is_now from inventory.location where id = new.id;
  if found and is_now.parent_id is not null and is_now.path is distinct from
       (select p.path || is_now.id from inventory.location p where p.id = is_now.parent_id) then
    raise exception 'the path of location % is not that of its parent', is_now.name
      using errcode = 'integrity_constraint_violation', constraint = 'location_path_is_true';
  end if;
  return null;
end $$;
create constraint trigger location_path_is_true after insert or update of parent_id, path on inventory.location
  deferrable initially deferred for each row execute function inventory.location_path_is_true();

create table inventory.condition (
  name     text primary key check (name ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  id       uuid not null unique,
  label    text not null check (length(label) between 1 and 100),
  usable   boolean not null,
  built_in boolean not null default false,
  position integer not null default 0,
  version  bigint not null default 1
);
create unique index condition_label_taken on inventory.condition (lower(label));
insert into inventory.condition (name, id, label, usable, built_in, position)
values ('GOOD', '00000000-0000-7000-8000-000000000001', 'Good', true, true, 0),
       ('DAMAGED', '00000000-0000-7000-8000-000000000002', 'Damaged', false, true, 1),
       ('WRITTEN_OFF', '00000000-0000-7000-8000-000000000003', 'Written off', false, true, 2);

create table inventory.asset (
  id                    uuid primary key,
  product_id            uuid not null constraint product_has_assets references catalogue.product,
  number                text not null check (length(number) between 1 and 50),
  -- what sorts and finds the number: without case
  number_key            text collate "C" not null generated always as (upper(number)) stored,
  serial                text check (length(serial) between 1 and 100),
  serial_key            text collate "C" not null generated always as (upper(coalesce(serial, ''))) stored,
  status                text not null check (status in ('AVAILABLE', 'RESERVED', 'CHECKED_OUT', 'ON_SITE', 'CHECKED_IN', 'DAMAGED', 'IN_REPAIR',
                          'LOST', 'RETIRED', 'SOLD', 'TRANSFERRED')),
  status_since          timestamptz not null default now(),
  condition             text not null default 'GOOD' constraint condition_in_use references inventory.condition,
  location_id           uuid constraint location_has_assets references inventory.location,
  home_location_id      uuid constraint location_is_home references inventory.location,
  purchase_date         date,
  supplier              text check (length(supplier) <= 200),
  purchase_cost_minor   bigint check (purchase_cost_minor between 0 and 1000000000000),
  insurance_value_minor bigint check (insurance_value_minor between 0 and 1000000000000),
  residual_value_minor  bigint check (residual_value_minor between 0 and 1000000000000),
  currency              text not null check (currency ~ '^[A-Z]{3}$'),
  depreciation          text not null default 'NONE' check (depreciation in ('NONE', 'STRAIGHT_LINE', 'DECLINING_BALANCE')),
  useful_life_months    integer check (useful_life_months between 1 and 1200),
  declining_percent     numeric(5, 2) check (declining_percent > 0 and declining_percent < 100),
  firmware              text check (length(firmware) <= 100),
  notes                 text check (length(notes) <= 10000),
  custom                jsonb not null default '{}',
  quarantined_at        timestamptz,
  quarantine_reason     text check (length(quarantine_reason) <= 1000),
  -- what it is reserved or out for, in the words of the module that sent it: event:<uuid>
  out_for               text check (length(out_for) <= 200),
  lost_at               timestamptz,
  disposed_at           timestamptz,
  disposed_to           text check (length(disposed_to) between 1 and 200),
  disposal_price_minor  bigint check (disposal_price_minor between 0 and 1000000000000),
  disposal_reason       text check (length(disposal_reason) <= 1000),
  -- kept by triggers, so that lists sort by an index: the product's name and the location's code
  product_key           text collate "C" not null default '',
  location_key          text collate "C" not null default '',
  version               bigint not null default 1,
  created_at            timestamptz not null,
  constraint asset_depreciates_fully check (case depreciation
    when 'NONE' then true
    when 'STRAIGHT_LINE' then useful_life_months is not null
    when 'DECLINING_BALANCE' then declining_percent is not null end),
  constraint asset_quarantine_has_reason check ((quarantined_at is null) = (quarantine_reason is null)),
  constraint asset_available check (status <> 'AVAILABLE' or (out_for is null and lost_at is null and disposed_at is null)),
  constraint asset_reserved check (status <> 'RESERVED' or (lost_at is null and disposed_at is null)),
  constraint asset_checked_out check (status <> 'CHECKED_OUT' or (lost_at is null and disposed_at is null)),
  constraint asset_on_site check (status <> 'ON_SITE' or (lost_at is null and disposed_at is null)),
  constraint asset_checked_in check (status <> 'CHECKED_IN' or (out_for is null and lost_at is null and disposed_at is null)),
  constraint asset_damaged check (status <> 'DAMAGED' or (lost_at is null and disposed_at is null)),
  constraint asset_in_repair check (status <> 'IN_REPAIR' or (out_for is null and lost_at is null and disposed_at is null)),
  constraint asset_lost check (status <> 'LOST' or (lost_at is not null and disposed_at is null)),
  constraint asset_retired check (status <> 'RETIRED'
    or (disposed_at is not null and disposed_to is null and disposal_price_minor is null and out_for is null and lost_at is null)),
  constraint asset_sold check (status <> 'SOLD'
    or (disposed_at is not null and disposed_to is not null and disposal_price_minor is not null and out_for is null and lost_at is null)),
  constraint asset_transferred check (status <> 'TRANSFERRED'
    or (disposed_at is not null and disposed_to is not null and disposal_price_minor is null and out_for is null and lost_at is null)),
  constraint asset_disposed_only_when_gone check (num_nonnulls(disposed_at, disposed_to, disposal_price_minor, disposal_reason) = 0
    or status in ('RETIRED', 'SOLD', 'TRANSFERRED'))
);
create unique index asset_number_taken on inventory.asset (number_key);
create index asset_by_product_name on inventory.asset (product_key, id);
create index asset_of_product on inventory.asset (product_id, status);
create index asset_by_status on inventory.asset (status, id);
create index asset_by_location on inventory.asset (location_key, id);
create index asset_at on inventory.asset (location_id);
create index asset_home on inventory.asset (home_location_id) where home_location_id is not null;
create index asset_by_purchase on inventory.asset ((coalesce(purchase_date, '0001-01-01'::date)), id);
create index asset_by_created on inventory.asset (created_at, id);
create index asset_by_serial on inventory.asset (serial_key, id);
create index asset_out_for on inventory.asset (out_for) where out_for is not null;
create index asset_not_good on inventory.asset (condition, id) where condition <> 'GOOD';
create index asset_quarantined on inventory.asset (id) where quarantined_at is not null;

create function inventory.asset_sort_keys() returns trigger language plpgsql as $$
begin
  new.product_key := coalesce((select left(lower(p.name), 200) from catalogue.product p where p.id = new.product_id), '');
  new.location_key := coalesce((select l.sort_key from inventory.location l where l.id = new.location_id), '');
  return new;
end $$;
create trigger asset_sort_keys before insert or update of product_id, location_id on inventory.asset
  for each row execute function inventory.asset_sort_keys();

create function inventory.product_renamed() returns trigger language plpgsql as $$
begin
  update inventory.asset set product_key = left(lower(new.name), 200) where product_id = new.id;
  return null;
end $$;
create trigger product_renamed after update of name on catalogue.product
  for each row when (old.name is distinct from new.name) execute function inventory.product_renamed();

create function inventory.location_recoded() returns trigger language plpgsql as $$
begin
  update inventory.asset set location_key = new.sort_key where location_id = new.id;
  return null;
end $$;
create trigger location_recoded after update of code, name on inventory.location
  for each row when (old.sort_key is distinct from new.sort_key) execute function inventory.location_recoded();

-- Legacy barcodes and whatever else is stuck on an asset.
create table inventory.asset_alias (
  code      text collate "C" primary key check (length(code) between 1 and 200 and code = upper(code)),
  shown     text not null,
  asset_id  uuid not null references inventory.asset on delete cascade,
  symbology text check (symbology in ('CODE_128', 'CODE_39', 'EAN_13', 'UPC_A', 'DATA_MATRIX', 'QR', 'RFID', 'OTHER')),
  note      text check (length(note) <= 200),
  added_at  timestamptz not null
);
create index asset_alias_asset on inventory.asset_alias (asset_id);

-- Every number and every alias once, without case: one thing scanned is one asset.
create table inventory.asset_code (
  code_key text collate "C" constraint asset_code_taken primary key,
  asset_id uuid not null,
  alias    boolean not null
);
create function inventory.asset_code_of_numbers() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    delete from inventory.asset_code c using gone g where c.code_key = g.number_key and not c.alias;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into inventory.asset_code select number_key, id, false from come;
  end if;
  return null;
end $$;
create trigger asset_code_insert after insert on inventory.asset
  referencing new table as come for each statement execute function inventory.asset_code_of_numbers();
create trigger asset_code_delete after delete on inventory.asset
  referencing old table as gone for each statement execute function inventory.asset_code_of_numbers();

create function inventory.asset_code_renumbered() returns trigger language plpgsql as $$
begin
  delete from inventory.asset_code where code_key = upper(old.number) and not alias;
  insert into inventory.asset_code values (upper(new.number), new.id, false);
  return null;
end $$;
create trigger asset_code_renumbered after update of number on inventory.asset
  for each row when (old.number is distinct from new.number) execute function inventory.asset_code_renumbered();

create function inventory.asset_code_of_aliases() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    delete from inventory.asset_code c using gone g where c.code_key = g.code and c.alias;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into inventory.asset_code select code, asset_id, true from come;
  end if;
  return null;
end $$;
create trigger asset_alias_insert after insert on inventory.asset_alias
  referencing new table as come for each statement execute function inventory.asset_code_of_aliases();
create trigger asset_alias_update after update on inventory.asset_alias
  referencing old table as gone new table as come for each statement execute function inventory.asset_code_of_aliases();
create trigger asset_alias_delete after delete on inventory.asset_alias
  referencing old table as gone for each statement execute function inventory.asset_code_of_aliases();

-- The next running number of each prefix; numbers already there are stepped over.
create table inventory.number_sequence (
  prefix text primary key,
  next   bigint not null default 1 check (next > 0)
);

-- Where an asset was, and in which status, from its registration on.
create table inventory.asset_movement (
  id               uuid primary key,
  asset_id         uuid not null references inventory.asset,
  at               timestamptz not null,
  from_location_id uuid,
  to_location_id   uuid,
  from_status      text,
  to_status        text not null,
  reason           text check (length(reason) <= 1000),
  actor_id         uuid,
  actor_name       text not null default 'EventKit',
  -- what it happened for, as in asset.out_for
  reference        text check (length(reference) <= 200)
);
create index asset_movement_asset on inventory.asset_movement (asset_id, id desc);
create index asset_movement_to on inventory.asset_movement (to_location_id, id desc) where to_location_id is not null;
create trigger asset_movement_append_only before update or delete on inventory.asset_movement
  for each row execute function core.refuse_change();
create trigger asset_movement_no_truncate before truncate on inventory.asset_movement
  for each statement execute function core.refuse_change();

-- What a change of many replaced, to take it back where nobody has changed the asset since.
create table inventory.bulk_change (
  id         uuid primary key,
  kind       text not null check (kind in ('MOVE', 'EDIT')),
  by_id      uuid,
  made_at    timestamptz not null,
  undone_at  timestamptz
);
create table inventory.bulk_change_item (
  bulk_change_id uuid not null references inventory.bulk_change on delete cascade,
  asset_id       uuid not null references inventory.asset on delete cascade,
  version_after  bigint not null,
  before         jsonb not null,
  primary key (bulk_change_id, asset_id)
);
create index bulk_change_item_asset on inventory.bulk_change_item (asset_id);
create index bulk_change_made on inventory.bulk_change (made_at);

-- What lists show of the catalogue; read only.
create view inventory.product_seen as
select id, kind, name, manufacturer, model, number_prefix, category_id, archived_at
  from catalogue.product;
create view inventory.category_seen as
select id, parent_id, name
  from catalogue.category;
