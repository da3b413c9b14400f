-- Boards of the home screen: each person arranges their own, and may show one to others, who take a copy of it.
create table insight.board (
  id         uuid primary key,
  owner_id   uuid not null references identity.user_account on delete cascade,
  name       text not null check (length(name) between 1 and 100),
  -- in their order, each with its kind, size and settings; written and read as a whole
  widgets    jsonb not null check (jsonb_typeof(widgets) = 'array' and length(widgets::text) <= 20000),
  everybody  boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version    bigint not null default 1
);
create unique index board_name_taken on insight.board (owner_id, lower(name));
create index board_for_everybody on insight.board (id) where everybody;

create table insight.board_role (
  board_id uuid not null references insight.board on delete cascade,
  role_id  uuid not null references identity.role on delete cascade,
  primary key (board_id, role_id)
);
create index board_role_of on insight.board_role (role_id);

create view insight.person_role as select user_id, role_id from identity.user_role;
create view insight.role_seen as select id from identity.role;
create view insight.person as select id, name, state from identity.user_account;

-- What the widgets show, each read by one statement that ends after a few rows.
create view insight.event_ahead as
  select e.id, e.number, e.name, e.from_at, e.to_at, e.warehouse_id, e.planner_id, e.phase
    from planning.event e where not e.template and e.phase not in ('CANCELLED', 'CLOSED');

create view insight.event_done as
  select e.id, e.to_at, e.planner_id from planning.event e where not e.template and e.phase = 'CLOSED';

create view insight.event_card as
  select e.id, e.number, e.name, e.phase, e.own_phase_name, e.optioned_until, e.client_name, e.venue_name, e.planner_name,
         coalesce(e.project_colour, e.type_colour) as colour, e.time_zone, e.from_at, e.to_at
    from planning.event_line e;

-- What confirmed events were promised: of these stocks availability is asked what is lacking.
create view insight.promised as
  select b.owner_id, s.product_id, s.case_id, s.warehouse_id, b.ends
    from availability.booking b join availability.stock s on s.id = b.stock_id
   where b.known_to is null and b.standing = 'CONFIRMED' and b.progress = 'PLANNED';

create view insight.event_late as
  select e.id, e.number, e.name, e.occupied_to from planning.event e
   where not e.template and e.phase in ('LOAD_OUT', 'ON_SITE', 'LOAD_IN');

create view insight.warehouse as
  select l.id, l.name, (lpad(l.position::text, 6, '0') || lower(l.name)) collate "C" as sort_key
    from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null and l.archived_at is null;
create view insight.category as select id, name from catalogue.category;

create view insight.deal_value as
  select d.pipeline_id, d.stage_id, d.state, d.currency, d.value_minor, d.weighted_minor, d.expected_close, d.closed_at from crm.deal_line d;
create view insight.deal_stage as
  select s.id, s.pipeline_id, s.name, s.position, p.name as pipeline_name, p.standard
    from crm.stage s join crm.pipeline p on p.id = s.pipeline_id where s.state = 'OPEN';
create view insight.stock_key as select s.product_id, s.case_id, s.warehouse_id from availability.stock s;
