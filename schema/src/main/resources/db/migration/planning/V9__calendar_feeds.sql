-- What calendar programs subscribe to. The secret in the address is the key; only its hash is here.
create table planning.calendar_feed (
  id          uuid primary key,
  owner_id    uuid not null references identity.user_account on delete cascade,
  name        text not null check (length(name) between 1 and 100),
  scope       text not null check (scope in ('MINE', 'COMPANY', 'EVENT', 'PROJECT', 'VENUE', 'PRODUCT', 'ASSET', 'CASE', 'WAREHOUSE')),
  event_id    uuid references planning.event on delete cascade,
  project_id  uuid references planning.project on delete cascade,
  venue_id    uuid references venues.venue on delete cascade,
  product_id  uuid references catalogue.product on delete cascade,
  asset_id    uuid references inventory.asset on delete cascade,
  case_id     uuid references cases.flight_case on delete cascade,
  warehouse_id uuid references inventory.location on delete cascade,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  created_at  timestamptz not null,
  -- by which program, as it calls itself; noted now and then, not each time
  used_at     timestamptz,
  used_by     text check (length(used_by) <= 200),
  constraint calendar_feed_of check (
    num_nonnulls(event_id, project_id, venue_id, product_id, asset_id, case_id, warehouse_id) = case when scope in ('MINE', 'COMPANY') then 0 else 1 end
    and case scope
      when 'EVENT' then event_id is not null
      when 'PROJECT' then project_id is not null
      when 'VENUE' then venue_id is not null
      when 'PRODUCT' then product_id is not null
      when 'ASSET' then asset_id is not null
      when 'CASE' then case_id is not null
      when 'WAREHOUSE' then warehouse_id is not null
      else true end)
);
create index calendar_feed_owner on planning.calendar_feed (owner_id, created_at);
create index calendar_feed_event on planning.calendar_feed (event_id) where event_id is not null;
create index calendar_feed_project on planning.calendar_feed (project_id) where project_id is not null;
create index calendar_feed_venue on planning.calendar_feed (venue_id) where venue_id is not null;
create index calendar_feed_product on planning.calendar_feed (product_id) where product_id is not null;
create index calendar_feed_asset on planning.calendar_feed (asset_id) where asset_id is not null;
create index calendar_feed_case on planning.calendar_feed (case_id) where case_id is not null;
create index calendar_feed_warehouse on planning.calendar_feed (warehouse_id) where warehouse_id is not null;

create view planning.calendar_feed_seen as
select f.*, coalesce(e.name, j.name, v.name, p.name, a.number, c.number || ' ' || c.name, w.name) as subject_name
  from planning.calendar_feed f
  left join planning.event e on e.id = f.event_id
  left join planning.project j on j.id = f.project_id
  left join venues.venue v on v.id = f.venue_id
  left join catalogue.product p on p.id = f.product_id
  left join inventory.asset a on a.id = f.asset_id
  left join cases.flight_case c on c.id = f.case_id
  left join inventory.location w on w.id = f.warehouse_id;

create view planning.venue_address_seen as
select v.id, v.name, v.address_lines, v.city, v.country from venues.venue v;
