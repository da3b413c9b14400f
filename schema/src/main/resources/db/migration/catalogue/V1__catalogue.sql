-- What a thing is: categories with their attributes, products, accessories, alternatives, kits.
create table catalogue.category (
  id         uuid primary key,
  parent_id  uuid constraint category_has_subcategories references catalogue.category,
  name       text not null check (length(name) between 1 and 200),
  position   integer not null default 0,
  -- own attribute definitions: [{key, label, type, unit, required, choices, min, max}]; subcategories inherit them
  attributes jsonb not null default '[]',
  -- what its things are taken for besides their time on site, where nobody says otherwise; null: as the category above
  prep_minutes       integer check (prep_minutes between 0 and 86400),
  turnaround_minutes integer check (turnaround_minutes between 0 and 86400),
  version    bigint not null default 1,
  check (parent_id <> id)
);
create unique index category_name_taken on catalogue.category (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
create index category_parent on catalogue.category (parent_id);

create table catalogue.product (
  id                      uuid primary key,
  kind                    text not null check (kind in ('SERIALISED', 'BULK', 'CONSUMABLE')),
  manufacturer            text not null default '',
  model                   text not null default '',
  name                    text not null check (length(name) between 1 and 300),
  category_id             uuid constraint category_in_use references catalogue.category,
  number_prefix           text check (number_prefix ~ '^[A-Z0-9][A-Z0-9._/-]{0,23}$'),
  -- the first of its barcodes; all of them are in product_barcode
  barcode                 text,
  weight_grams            bigint check (weight_grams between 0 and 100000000),
  width_millimetres       integer check (width_millimetres between 0 and 1000000),
  height_millimetres      integer check (height_millimetres between 0 and 1000000),
  depth_millimetres       integer check (depth_millimetres between 0 and 1000000),
  power_watts             numeric(12, 1) check (power_watts between 0 and 100000000),
  -- [{kind: POWER_IN|POWER_OUT|SIGNAL_IN|SIGNAL_OUT|DATA, type, count}]
  connectors              jsonb not null default '[]',
  replacement_value_minor bigint check (replacement_value_minor between 0 and 1000000000000),
  hire_price_minor        bigint check (hire_price_minor between 0 and 1000000000000),
  currency                text not null check (currency ~ '^[A-Z]{3}$'),
  country_of_origin       text check (country_of_origin ~ '^[A-Z]{2}$'),
  attributes              jsonb not null default '{}',
  manual_url              text,
  product_url             text,
  notes                   text,
  archived_at             timestamptz,
  version                 bigint not null default 1,
  created_at              timestamptz not null
);
create unique index product_prefix_taken on catalogue.product (number_prefix);
create unique index product_taken on catalogue.product (lower(manufacturer), lower(model)) where model <> '';
create index product_by_name on catalogue.product (lower(name), id);
create index product_by_manufacturer on catalogue.product (lower(manufacturer), id);
create index product_by_created on catalogue.product (created_at, id);
create index product_by_category on catalogue.product (category_id);

create table catalogue.product_barcode (
  code       text constraint product_barcode_taken primary key check (length(code) between 1 and 100),
  product_id uuid not null references catalogue.product on delete cascade,
  position   integer not null default 0
);
create index product_barcode_of on catalogue.product_barcode (product_id);

create table catalogue.accessory (
  product_id   uuid not null references catalogue.product on delete cascade,
  accessory_id uuid not null constraint accessory_in_use references catalogue.product,
  quantity     integer not null check (quantity between 1 and 10000),
  mode         text not null check (mode in ('AUTOMATIC', 'OPTIONAL')),
  position     integer not null default 0,
  primary key (product_id, accessory_id),
  check (product_id <> accessory_id)
);
create index accessory_of on catalogue.accessory (accessory_id);

create table catalogue.alternative (
  product_id     uuid not null references catalogue.product on delete cascade,
  alternative_id uuid not null references catalogue.product on delete cascade,
  position       integer not null default 0,
  primary key (product_id, alternative_id),
  check (product_id <> alternative_id)
);
create index alternative_of on catalogue.alternative (alternative_id);

create table catalogue.kit (
  id               uuid primary key,
  code             text not null check (length(code) between 1 and 50),
  name             text not null check (length(name) between 1 and 300),
  description      text,
  mode             text not null check (mode in ('ALL_OR_NOTHING', 'ITEM_BY_ITEM')),
  hire_price_minor bigint check (hire_price_minor between 0 and 1000000000000),
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  archived_at      timestamptz,
  version          bigint not null default 1,
  created_at       timestamptz not null
);
create unique index kit_code_taken on catalogue.kit (upper(code));
create index kit_by_name on catalogue.kit (lower(name), id);

create table catalogue.kit_component (
  kit_id     uuid not null references catalogue.kit on delete cascade,
  position   integer not null,
  product_id uuid constraint product_in_kit references catalogue.product,
  sub_kit_id uuid constraint kit_in_kit references catalogue.kit,
  quantity   integer not null check (quantity between 1 and 100000),
  optional   boolean not null default false,
  primary key (kit_id, position),
  check (num_nonnulls(product_id, sub_kit_id) = 1),
  check (sub_kit_id <> kit_id)
);
create index kit_component_product on catalogue.kit_component (product_id);
create index kit_component_sub_kit on catalogue.kit_component (sub_kit_id);

-- What kits come to, down to their products, without what may be left out; a product comes up once for each level it stands on. Level by level, what is in a kit
-- summed before that is opened: path by path, kits that share their parts on every level would be a million walks.
create function catalogue.pieces_of_kits(kits uuid[]) returns table (kit_id uuid, product_id uuid, quantity numeric) language plpgsql stable as $$
#variable_conflict use_column
declare
  roots  uuid[] := array(select distinct k from unnest(kits) k where k is not null);
  opened uuid[] := roots;
  counts numeric[] := array_fill(1::numeric, array[cardinality(roots)]);
begin
  for level in 0 .. 20 loop
    exit when cardinality(roots) = 0;
    return query
      select o.root, c.product_id, sum(o.n * c.quantity)
        from unnest(roots, opened, counts) o (root, kit, n)
        join catalogue.kit_component c on c.kit_id = o.kit
       where c.product_id is not null and not c.optional
       group by o.root, c.product_id;
    select coalesce(array_agg(s.root), '{}'), coalesce(array_agg(s.kit), '{}'), coalesce(array_agg(s.n), '{}') into roots, opened, counts
      from (select o.root, c.sub_kit_id as kit, sum(o.n * c.quantity) as n
              from unnest(roots, opened, counts) o (root, kit, n)
              join catalogue.kit_component c on c.kit_id = o.kit
             where c.sub_kit_id is not null and not c.optional
             group by o.root, c.sub_kit_id) s;
  end loop;
end $$;
