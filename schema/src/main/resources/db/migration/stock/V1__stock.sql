-- Counted stock: how many pieces of a product lie loose at a location, and the ledger that says why.

create table stock.level (
  id          uuid primary key,
  product_id  uuid not null references catalogue.product (id),
  location_id uuid not null references inventory.location (id),
  quantity    bigint not null default 0,
  counted_at  timestamptz,
  changed_at  timestamptz not null,
  -- how many ledger entries made this quantity
  version     bigint not null default 0,
  constraint stock_level_once unique (product_id, location_id),
  constraint stock_never_below_zero check (quantity >= 0)
);
create index level_location on stock.level (location_id, product_id);
create index level_quantity on stock.level (quantity, id);
create index level_changed on stock.level (changed_at, id);

create table stock.entry (
  id           uuid primary key,
  product_id   uuid not null,
  location_id  uuid not null,
  sequence     bigint not null check (sequence > 0),
  kind         text not null check (kind in
                 ('COUNT', 'ADJUSTMENT', 'RECEIPT', 'ISSUE', 'CONSUMED', 'MOVE', 'PACK', 'UNPACK', 'REVERSAL')),
  delta        bigint not null,
  resulting    bigint not null check (resulting >= 0),
  reason       text check (reason in
                 ('OPENING', 'FOUND', 'LOST', 'STOLEN', 'DAMAGED', 'EXPIRED', 'CORRECTION', 'OTHER')),
  note         text check (length(note) <= 2000),
  -- what one person did at once shares an operation; the two lines of one move share a pair
  operation_id uuid not null,
  pair_id      uuid,
  reverses_id  uuid references stock.entry (id),
  ref_kind     text,
  ref_id       uuid,
  ref_label    text,
  at           timestamptz not null,
  by_id        uuid,
  by_name      text not null,
  constraint stock_entry_sequence unique (product_id, location_id, sequence),
  constraint stock_entry_reversed_once unique (reverses_id),
  constraint stock_entry_of_level foreign key (product_id, location_id) references stock.level (product_id, location_id),
  check (delta <> 0 or kind = 'COUNT'),
  check (kind <> 'ADJUSTMENT' or (reason is not null and note is not null)),
  check ((kind = 'REVERSAL') = (reverses_id is not null)),
  check (kind <> 'MOVE' or pair_id is not null),
  check ((ref_kind is null) = (ref_id is null))
);
create index entry_product on stock.entry (product_id, id desc);
create index entry_location on stock.entry (location_id, id desc);
create index entry_at on stock.entry (at, id);
create index entry_pair on stock.entry (pair_id) where pair_id is not null;
create index entry_ref on stock.entry (ref_kind, ref_id) where ref_id is not null;

create trigger entry_append_only before update or delete on stock.entry
  for each row execute function core.refuse_change();
create trigger entry_no_truncate before truncate on stock.entry
  for each statement execute function core.refuse_change();

-- Each entry continues the one before it, and a level is what its last entry says: so the deltas sum to the level, always.
create function stock.entry_continues() returns trigger language plpgsql as $$
begin
  if new.resulting <> new.delta + coalesce(
       (select e.resulting from stock.entry e
         where e.product_id = new.product_id and e.location_id = new.location_id and e.sequence = new.sequence - 1),
       case when new.sequence = 1 then 0 end) is not false then
    raise exception 'entry % does not continue the ledger', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'stock_entry_continues';
  end if;
  return null;
end $$;
create constraint trigger entry_continues after insert on stock.entry deferrable initially deferred
  for each row execute function stock.entry_continues();

create function stock.level_is_its_ledger() returns trigger language plpgsql as $$
declare
  now_is stock.level%rowtype;
begin
  select * into now_is from stock.level where id = new.id;
  if found and not exists (
       select from stock.entry e
        where e.product_id = now_is.product_id and e.location_id = now_is.location_id
          and e.sequence = now_is.version and e.resulting = now_is.quantity)
     and not (now_is.version = 0 and now_is.quantity = 0) then
    raise exception 'level % differs from its ledger', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'stock_level_is_its_ledger';
  end if;
  return null;
end $$;
create constraint trigger level_is_its_ledger after insert or update on stock.level deferrable initially deferred
  for each row execute function stock.level_is_its_ledger();

-- When to buy more of a product. low_since stands while the loose stock is at or below the reorder point: it is announced once.
create table stock.reorder (
  product_id       uuid primary key references catalogue.product (id),
  par_level        bigint check (par_level >= 0),
  reorder_point    bigint check (reorder_point >= 0),
  reorder_quantity bigint check (reorder_quantity > 0),
  supplier         text check (length(supplier) <= 200),
  low_since        timestamptz,
  version          bigint not null default 1,
  check (par_level is null or reorder_point is null or reorder_point <= par_level),
  check (low_since is null or reorder_point is not null)
);
create index reorder_low on stock.reorder (low_since) where low_since is not null;

-- What lists and ledgers show of the modules below; read only.
create view stock.product_line as
select p.id, p.name, p.kind, p.category_id, p.manufacturer, p.model, p.archived_at is not null as archived
  from catalogue.product p;

create view stock.category_under as
with recursive under (ancestor_id, category_id) as (
  select c.id, c.id from catalogue.category c
  union all
  select u.ancestor_id, c.id from under u join catalogue.category c on c.parent_id = u.category_id)
select ancestor_id, category_id from under;

create view stock.place as
select o.id, o.name, o.kind, o.path, o.warehouse_id, w.name as warehouse_name, w.kind as warehouse_kind,
       o.archived_at is not null as archived
  from inventory.location o
  join inventory.location w on w.id = o.warehouse_id;

create view stock.level_line as
select l.id, l.product_id, p.name as product_name, p.kind as product_kind, p.category_id, p.manufacturer, p.model,
       l.location_id, o.name as location_name,
       array(select a.name from inventory.location a where a.id = any (o.path) order by cardinality(a.path)) as location_path,
       l.quantity, l.counted_at, l.changed_at, l.version
  from stock.level l
  join catalogue.product p on p.id = l.product_id
  join inventory.location o on o.id = l.location_id;

create view stock.entry_line as
select e.*, p.name as product_name, o.name as location_name, r.id as reversed_by_id
  from stock.entry e
  join catalogue.product p on p.id = e.product_id
  join inventory.location o on o.id = e.location_id
  left join stock.entry r on r.reverses_id = e.id;

create view stock.consumable_line as
select p.id as product_id, p.name as product_name, p.category_id, p.manufacturer, p.model,
       coalesce(q.quantity, 0) as quantity, r.par_level, r.reorder_point, r.reorder_quantity, r.supplier, r.low_since,
       coalesce(r.version, 0) as version,
       case when coalesce(q.quantity, 0) = 0 then 'OUT'
            when coalesce(q.quantity, 0) <= r.reorder_point then 'LOW'
            else 'OK' end as status
  from catalogue.product p
  left join (select product_id, sum(quantity)::bigint as quantity from stock.level group by product_id) q on q.product_id = p.id
  left join stock.reorder r on r.product_id = p.id
 where p.kind = 'CONSUMABLE' and p.archived_at is null;
