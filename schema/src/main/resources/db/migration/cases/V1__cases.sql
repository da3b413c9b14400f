-- Flight cases and what is in them.

create table cases.numbering (
  sole    boolean primary key default true check (sole),
  prefix text not null default 'FC-' check (length(prefix) between 0 and 20),
  width  integer not null default 4 check (width between 1 and 10),
  next   bigint not null default 1 check (next > 0),
  version bigint not null default 1
);
insert into cases.numbering default values;

create table cases.flight_case (
  id                  uuid primary key,
  number              text not null check (length(number) between 1 and 50),
  name                text not null check (length(name) between 1 and 200),
  contents_kind       text not null check (contents_kind in ('FIXED', 'PER_JOB')),
  product_id          uuid references catalogue.product (id),
  tare_weight_grams   bigint check (tare_weight_grams >= 0),
  length_millimetres  integer check (length_millimetres > 0),
  width_millimetres   integer check (width_millimetres > 0),
  height_millimetres  integer check (height_millimetres > 0),
  payload_grams_max   bigint check (payload_grams_max > 0),
  stackable           boolean not null default true,
  location_id         uuid not null references inventory.location (id),
  parent_id           uuid constraint flight_case_parent references cases.flight_case (id),
  status              text not null default 'OPEN' check (status in ('OPEN', 'CLOSED', 'OUT_OF_SERVICE', 'RETIRED')),
  status_note         text check (length(status_note) <= 500),
  notes               text check (length(notes) <= 5000),
  -- a case that ever held something or was in another case is part of history
  used_at             timestamptz,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  version             bigint not null default 1,
  constraint flight_case_not_in_itself check (parent_id <> id),
  constraint flight_case_retired_alone check (status <> 'RETIRED' or parent_id is null)
);
create unique index flight_case_number_taken on cases.flight_case (lower(number));
create index flight_case_number on cases.flight_case (number, id);
create index flight_case_name on cases.flight_case (name, id);
create index flight_case_changed on cases.flight_case (changed_at, id);
create index flight_case_created on cases.flight_case (created_at, id);
create index flight_case_location on cases.flight_case (location_id, number);
create index flight_case_parent_id on cases.flight_case (parent_id) where parent_id is not null;
create index flight_case_product on cases.flight_case (product_id) where product_id is not null;
create index flight_case_text on cases.flight_case using gin ((number || ' ' || name) core.gin_trgm_ops);

-- Legacy barcodes; unique without regard to case.
create table cases.case_alias (
  case_id uuid not null references cases.flight_case (id) on delete cascade,
  code    text not null check (length(code) between 1 and 100),
  primary key (case_id, code)
);
create unique index case_alias_taken on cases.case_alias (lower(code));

create table cases.packed_asset (
  asset_id  uuid not null references inventory.asset (id),
  case_id   uuid not null references cases.flight_case (id),
  packed_at timestamptz not null,
  constraint asset_in_one_case primary key (asset_id)
);
create index packed_asset_case on cases.packed_asset (case_id);

create table cases.packed_stock (
  case_id    uuid not null references cases.flight_case (id),
  product_id uuid not null references catalogue.product (id),
  quantity   bigint not null constraint packed_stock_positive check (quantity > 0),
  packed_at  timestamptz not null,
  primary key (case_id, product_id)
);
create index packed_stock_product on cases.packed_stock (product_id);

-- What belongs into a case of fixed contents: so many of a product, or this very asset, or this very case.
create table cases.expected (
  id          uuid primary key,
  case_id     uuid not null references cases.flight_case (id) on delete cascade,
  position    integer not null check (position >= 0),
  product_id  uuid references catalogue.product (id),
  asset_id    uuid references inventory.asset (id),
  inner_id    uuid references cases.flight_case (id),
  quantity    bigint not null check (quantity > 0),
  note        text check (length(note) <= 200),
  constraint expected_position unique (case_id, position),
  check (num_nonnulls(product_id, asset_id, inner_id) = 1),
  check (product_id is not null or quantity = 1)
);
create unique index expected_product_once on cases.expected (case_id, product_id) where product_id is not null;
create unique index expected_asset_once on cases.expected (asset_id) where asset_id is not null;
create unique index expected_case_once on cases.expected (inner_id) where inner_id is not null;
create index expected_product on cases.expected (product_id) where product_id is not null;

-- Nesting changes one at a time: two people who put A into B and B into A at once must not both succeed.
create function cases.never_cyclic() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('cases.nesting'));
  if exists (
       with recursive above (id, depth) as (
         select c.parent_id, 1 from cases.flight_case c where c.id = new.id and c.parent_id is not null
         union all
         select c.parent_id, a.depth + 1 from above a join cases.flight_case c on c.id = a.id
          where c.parent_id is not null and a.id <> new.id and a.depth < 1000)
       select from above where id = new.id) then
    raise exception 'case % would be inside itself', new.number
      using errcode = 'integrity_constraint_violation', constraint = 'case_never_cyclic';
  end if;
  return null;
end $$;
create constraint trigger never_cyclic after insert or update of parent_id on cases.flight_case
  for each row when (new.parent_id is not null) execute function cases.never_cyclic();

-- A nested case is where its outermost case is.
create function cases.nested_where_its_case_is() returns trigger language plpgsql as $$
begin
  if exists (
       select from cases.flight_case c left join cases.flight_case p on p.id = c.parent_id
        where (c.id = new.id or c.parent_id = new.id) and c.parent_id is not null and p.location_id <> c.location_id) then
    raise exception 'case % and its contents are at different locations', new.number
      using errcode = 'integrity_constraint_violation', constraint = 'case_together';
  end if;
  return null;
end $$;
create constraint trigger nested_where_its_case_is after insert or update of parent_id, location_id on cases.flight_case
  deferrable initially deferred for each row execute function cases.nested_where_its_case_is();

-- What the registers below tell a case; read only.
create view cases.product_line as
select p.id, p.name, p.kind, p.weight_grams, p.width_millimetres, p.height_millimetres, p.depth_millimetres,
       p.replacement_value_minor, p.currency
  from catalogue.product p;

create view cases.asset_line as
select a.id, a.number, a.serial, a.status, a.location_id, a.product_id, p.name as product_name, p.weight_grams,
       p.replacement_value_minor, p.currency
  from inventory.asset a
  join catalogue.product p on p.id = a.product_id;

-- One row for each asset, so that who packs can lock it against whoever moves it.
create view cases.asset_row as
select a.id from inventory.asset a;

create view cases.place as
select o.id, o.name, o.kind, o.path, o.archived_at is not null as archived from inventory.location o;

create view cases.case_line as
select c.*, p.name as product_name, p.replacement_value_minor, p.currency, o.name as location_name, r.number as parent_number,
       array(select a.name from inventory.location a where a.id = any (o.path) order by cardinality(a.path)) as location_path,
       (select count(*) from cases.packed_asset a where a.case_id = c.id) as assets,
       (select coalesce(sum(s.quantity), 0)::bigint from cases.packed_stock s where s.case_id = c.id) as pieces,
       (select count(*) from cases.flight_case i where i.parent_id = c.id) as cases,
       array(select a.code from cases.case_alias a where a.case_id = c.id order by a.code) as aliases
  from cases.flight_case c
  join inventory.location o on o.id = c.location_id
  left join catalogue.product p on p.id = c.product_id
  left join cases.flight_case r on r.id = c.parent_id;
