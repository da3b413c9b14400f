-- Projects, events, their phases and checklists.

create table planning.settings (
  sole                   boolean primary key default true check (sole),
  event_prefix           text not null default 'E-' check (length(event_prefix) between 0 and 20),
  event_width            integer not null default 4 check (event_width between 1 and 10),
  event_next             bigint not null default 1 check (event_next > 0),
  project_prefix         text not null default 'P-' check (length(project_prefix) between 0 and 20),
  project_width          integer not null default 3 check (project_width between 1 and 10),
  project_next           bigint not null default 1 check (project_next > 0),
  -- what a new event occupies around its period on site
  prep_minutes           integer not null default 0 check (prep_minutes between 0 and 86400),
  transit_before_minutes integer not null default 0 check (transit_before_minutes between 0 and 86400),
  transit_after_minutes  integer not null default 0 check (transit_after_minutes between 0 and 86400),
  turnaround_minutes     integer not null default 0 check (turnaround_minutes between 0 and 86400),
  version                bigint not null default 1
);
insert into planning.settings default values;

create table planning.project (
  id          uuid primary key,
  number      text not null check (length(number) between 1 and 50),
  name        text not null check (length(name) between 1 and 200),
  kind        text not null check (kind in ('TOUR', 'FESTIVAL', 'SERIES')),
  client_id   uuid constraint client_has_projects references clients.client,
  colour      text check (colour ~ '^#[0-9a-f]{6}$'),
  notes       text check (length(notes) <= 10000),
  archived_at timestamptz,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  version     bigint not null default 1
);
create unique index project_number_taken on planning.project (lower(number));
create index project_number on planning.project (number, id);
create index project_name on planning.project (lower(name), id);
create index project_changed on planning.project (changed_at, id);
create index project_client on planning.project (client_id) where client_id is not null;

create table planning.event_type (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 100),
  colour      text check (colour ~ '^#[0-9a-f]{6}$'),
  standard    boolean not null default false,
  archived_at timestamptz,
  version     bigint not null default 1
);
create unique index event_type_name_taken on planning.event_type (lower(name));
create unique index event_type_one_standard on planning.event_type (standard) where standard;
insert into planning.event_type (id, name, standard) values (gen_random_uuid(), 'Standard', true);

-- The company's own steps through a type's events; each is one of the built-in phases to every rule.
create table planning.own_phase (
  id       uuid primary key,
  type_id  uuid not null references planning.event_type on delete cascade,
  position integer not null check (position >= 0),
  name     text not null check (length(name) between 1 and 60),
  phase    text not null check (phase in
    ('ENQUIRY', 'QUOTED', 'CONFIRMED', 'PREP', 'LOAD_OUT', 'ON_SITE', 'LOAD_IN', 'DE_PREP', 'CLOSED', 'CANCELLED')),
  constraint own_phase_position unique (type_id, position)
);

create table planning.event (
  id                     uuid primary key,
  template               boolean not null default false,
  number                 text check (length(number) between 1 and 50),
  name                   text not null check (length(name) between 1 and 200),
  project_id             uuid constraint project_has_events references planning.project,
  client_id              uuid constraint client_has_events references clients.client,
  venue_id               uuid constraint venue_has_events references venues.venue,
  room_id                uuid,
  planner_id             uuid references identity.user_account,
  -- where it is prepared, and whose stock it takes; null where there is no warehouse yet
  warehouse_id           uuid references inventory.location,
  type_id                uuid not null constraint event_type_has_events references planning.event_type,
  phase                  text not null default 'ENQUIRY' check (phase in
    ('ENQUIRY', 'QUOTED', 'CONFIRMED', 'PREP', 'LOAD_OUT', 'ON_SITE', 'LOAD_IN', 'DE_PREP', 'CLOSED', 'CANCELLED')),
  own_phase_id           uuid references planning.own_phase on delete set null,
  phase_since            timestamptz not null,
  optioned_until         timestamptz,
  cancelled_at           timestamptz,
  cancel_reason          text check (length(cancel_reason) between 1 and 1000),
  tags                   text[] not null default '{}',
  time_zone              text not null check (length(time_zone) between 1 and 60),
  from_at                timestamptz not null,
  to_at                  timestamptz not null,
  prep_minutes           integer not null check (prep_minutes between 0 and 86400),
  transit_before_minutes integer not null check (transit_before_minutes between 0 and 86400),
  transit_after_minutes  integer not null check (transit_after_minutes between 0 and 86400),
  turnaround_minutes     integer not null check (turnaround_minutes between 0 and 86400),
  occupied_from          timestamptz not null,
  occupied_to            timestamptz not null,
  notes                  text check (length(notes) <= 20000),
  custom                 jsonb not null default '{}',
  value_minor            bigint check (value_minor between 0 and 1000000000000),
  currency               text check (currency ~ '^[A-Z]{3}$'),
  probability_percent    integer check (probability_percent between 0 and 100),
  series_id              uuid,
  created_at             timestamptz not null,
  changed_at             timestamptz not null,
  version                bigint not null default 1,
  constraint event_numbered check (template = (number is null)),
  constraint event_template_is_no_job check (not template or (phase = 'ENQUIRY' and optioned_until is null)),
  constraint event_ends_after_it_begins check (from_at < to_at),
  constraint event_occupied check (occupied_from <= from_at and to_at <= occupied_to),
  constraint room_has_events foreign key (room_id, venue_id) references venues.room (id, venue_id),
  constraint event_room_of_a_venue check (room_id is null or venue_id is not null),
  constraint event_value check ((value_minor is null) = (currency is null)),
  constraint event_option check (optioned_until is null or phase in ('ENQUIRY', 'QUOTED')),
  constraint event_cancelled check (case when phase = 'CANCELLED' then num_nonnulls(cancelled_at, cancel_reason) = 2
                                         else num_nonnulls(cancelled_at, cancel_reason) = 0 end)
);
create unique index event_number_taken on planning.event (lower(number)) where number is not null;
create index event_number on planning.event ((coalesce(number, '')), id);
create index event_name on planning.event (lower(name), id);
create index event_from on planning.event (from_at, id);
create index event_to on planning.event (to_at, id);
create index event_changed on planning.event (changed_at, id);
create index event_occupied_to on planning.event (occupied_to, occupied_from) where not template;
create index event_project on planning.event (project_id) where project_id is not null;
create index event_client on planning.event (client_id) where client_id is not null;
create index event_venue on planning.event (venue_id) where venue_id is not null;
create index event_room on planning.event (room_id) where room_id is not null;
create index event_planner on planning.event (planner_id) where planner_id is not null;
create index event_warehouse on planning.event (warehouse_id) where warehouse_id is not null;
create index event_type_of on planning.event (type_id);
create index event_series on planning.event (series_id) where series_id is not null;
create index event_own_phase on planning.event (own_phase_id) where own_phase_id is not null;
create index event_options on planning.event (optioned_until) where optioned_until is not null;
create index event_tags on planning.event using gin (tags);

-- What happens when on site: several days, several stages.
create table planning.block (
  id       uuid primary key,
  event_id uuid not null references planning.event on delete cascade,
  position integer not null check (position >= 0),
  kind     text not null check (kind in ('SETUP', 'SHOW', 'STRIKE')),
  stage    text check (length(stage) between 1 and 100),
  from_at  timestamptz not null,
  to_at    timestamptz not null check (from_at < to_at),
  note     text check (length(note) <= 1000),
  constraint block_position unique (event_id, position)
);

create table planning.checklist (
  id       uuid primary key,
  event_id uuid not null references planning.event on delete cascade,
  position integer not null check (position >= 0),
  name     text not null check (length(name) between 1 and 100),
  -- without items then; it stays, because the event's history tells of it
  removed_at timestamptz,
  version  bigint not null default 1
);
create index checklist_event on planning.checklist (event_id, position, id);

create table planning.checklist_item (
  id           uuid primary key,
  checklist_id uuid not null references planning.checklist on delete cascade,
  position     integer not null check (position >= 0),
  text         text not null check (length(text) between 1 and 500),
  due_at       timestamptz,
  done_at      timestamptz,
  done_by_name text,
  constraint checklist_item_position unique (checklist_id, position),
  check ((done_at is null) = (done_by_name is null))
);

-- What the registers beside and below tell; read only.
create view planning.client_seen as select c.id, c.name from clients.client c;
create view planning.venue_seen as select v.id, v.name from venues.venue v;
create view planning.room_seen as select r.id, r.name, r.venue_id from venues.room r;
create view planning.warehouse_seen as
select l.id, l.name, l.position, l.archived_at is not null as archived from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null;
create view planning.person as select u.id, u.name, u.state from identity.user_account u;

-- What went out for an event and is neither back nor written off.
create view planning.asset_out as
select a.id, a.number, a.status, a.out_for from inventory.asset a where a.out_for is not null and a.status in ('CHECKED_OUT', 'ON_SITE', 'DAMAGED');

create view planning.project_line as
select p.*, c.name as client_name,
       (select count(*) from planning.event e where e.project_id = p.id and not e.template) as events,
       (select min(e.from_at) from planning.event e where e.project_id = p.id and not e.template and e.phase <> 'CANCELLED') as first_at,
       (select max(e.to_at) from planning.event e where e.project_id = p.id and not e.template and e.phase <> 'CANCELLED') as last_at
  from planning.project p
  left join clients.client c on c.id = p.client_id;

-- Of the own phases of its type that mean where it is: the one that was chosen, else the first.
create view planning.event_line as
select e.*, p.name as project_name, p.colour as project_colour, c.name as client_name, v.name as venue_name, r.name as room_name,
       u.name as planner_name, w.name as warehouse_name, t.name as type_name, t.colour as type_colour, o.id as own_phase_now_id, o.name as own_phase_name
  from planning.event e
  join planning.event_type t on t.id = e.type_id
  left join lateral (
       select n.id, n.name from planning.own_phase n
        where n.type_id = e.type_id and n.phase = e.phase
        order by n.id is distinct from e.own_phase_id, n.position limit 1) o on true
  left join planning.project p on p.id = e.project_id
  left join clients.client c on c.id = e.client_id
  left join inventory.location w on w.id = e.warehouse_id
  left join venues.venue v on v.id = e.venue_id
  left join venues.room r on r.id = e.room_id
  left join identity.user_account u on u.id = e.planner_id;
