-- What was done where an event lacked something, and how to take it back.
create table planning.resolution (
  id              uuid primary key,
  event_id        uuid not null references planning.event on delete cascade,
  item_id         uuid not null,
  item            text not null,
  warehouse_id    uuid not null,
  warehouse       text not null,
  lacking         integer not null check (lacking > 0),
  covers          integer not null check (covers > 0),
  cost_minor      bigint,
  cost_currency   text check (cost_currency ~ '^[A-Z]{3}$'),
  margin_minor    bigint,
  margin_currency text check (margin_currency ~ '^[A-Z]{3}$'),
  parts           jsonb not null,
  -- what stood there before and what stands there since
  trace           jsonb not null,
  reason          text check (length(reason) between 1 and 1000),
  applied_at      timestamptz not null,
  applied_by_name text not null,
  undone_at       timestamptz,
  undone_by_name  text,
  constraint resolution_cost check ((cost_minor is null) = (cost_currency is null)),
  constraint resolution_margin check ((margin_minor is null) = (margin_currency is null)),
  constraint resolution_undone check ((undone_at is null) = (undone_by_name is null))
);
create index resolution_event on planning.resolution (event_id, applied_at desc, id);

-- What the way from one warehouse to another takes and costs; no currency: nobody said.
alter table planning.settings add column depot_transit_minutes integer not null default 240 check (depot_transit_minutes between 0 and 43200);
alter table planning.settings add column depot_cost_minor bigint check (depot_cost_minor between 0 and 1000000000000);
alter table planning.settings add column depot_cost_currency text check (depot_cost_currency ~ '^[A-Z]{3}$');
alter table planning.settings add constraint settings_depot_cost check ((depot_cost_minor is null) = (depot_cost_currency is null));
