-- From which points a group of a pull list hangs, along its truss.
create table planning.group_hanging (
  group_id      uuid not null references planning.pull_group on delete cascade,
  point_id      uuid not null references venues.rigging_point on delete cascade,
  position      integer not null check (position >= 0),
  -- of the group's load; null on all points of a group or on none
  share_percent numeric(5, 2) check (share_percent > 0 and share_percent <= 100),
  primary key (group_id, point_id)
);
create index group_hanging_point on planning.group_hanging (point_id);

create view planning.product_technical_seen as
select p.id, p.kind, p.name, p.weight_grams, p.power_watts, p.connectors, p.attributes from catalogue.product p;
create view planning.power_supply_seen as
select s.id, s.venue_id, s.room_id, s.position, s.name, s.connector, s.phases, s.amps_per_phase, s.volts, s.quantity from venues.power_supply s;
create view planning.rigging_point_seen as
select p.id, p.name, p.working_load_limit_kilograms, r.id as room_id, r.name as room_name, r.venue_id
  from venues.rigging_point p join venues.room r on r.id = p.room_id;
