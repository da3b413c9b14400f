-- Where events take place: the house, its rooms, what they carry and what comes out of their walls.
create table venues.venue (
  id            uuid primary key,
  name          text not null check (length(name) between 1 and 200),
  address_lines text[] not null default '{}' check (cardinality(address_lines) <= 8),
  city          text check (length(city) between 1 and 100),
  country       text check (country ~ '^[A-Z]{2}$'),
  -- degrees, WGS 84; both or neither
  latitude      numeric(9, 6) check (latitude between -90 and 90),
  longitude     numeric(9, 6) check (longitude between -180 and 180),
  -- IANA
  time_zone     text not null check (length(time_zone) between 1 and 64),
  web           text check (length(web) between 1 and 2000),
  loading       text check (length(loading) between 1 and 5000),
  dock          text check (length(dock) between 1 and 5000),
  door_width_millimetres  integer check (door_width_millimetres between 1 and 100000),
  door_height_millimetres integer check (door_height_millimetres between 1 and 100000),
  parking       text check (length(parking) between 1 and 5000),
  notes         text check (length(notes) between 1 and 10000),
  tags          text[] not null default '{}' check (cardinality(tags) <= 20),
  archived_at   timestamptz,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  version       bigint not null default 1,
  check ((latitude is null) = (longitude is null))
);
create index venue_by_name on venues.venue (lower(name), id);
create index venue_by_city on venues.venue (lower(coalesce(city, '')), id);
create index venue_by_created on venues.venue (created_at, id);
create index venue_by_changed on venues.venue (changed_at, id);
create index venue_by_tag on venues.venue using gin (tags);

create table venues.contact (
  id        uuid primary key,
  venue_id  uuid not null references venues.venue on delete cascade,
  position  integer not null check (position >= 0),
  name      text not null check (length(name) between 1 and 200),
  role      text check (length(role) between 1 and 100),
  email     text check (length(email) between 3 and 254),
  phone     text check (length(phone) between 1 and 50),
  preferred boolean not null default false
);
create index contact_of_venue on venues.contact (venue_id, position);
create unique index contact_one_preferred on venues.contact (venue_id) where preferred;

create table venues.room (
  id                 uuid primary key,
  venue_id           uuid not null references venues.venue on delete cascade,
  position           integer not null check (position >= 0),
  name               text not null check (length(name) between 1 and 200),
  -- people
  capacity           integer check (capacity between 0 and 1000000),
  length_millimetres integer check (length_millimetres between 1 and 10000000),
  width_millimetres  integer check (width_millimetres between 1 and 10000000),
  height_millimetres integer check (height_millimetres between 1 and 10000000),
  floor_load_kilograms_per_square_metre integer check (floor_load_kilograms_per_square_metre between 1 and 1000000),
  notes              text check (length(notes) between 1 and 10000),
  -- so that what belongs to a room belongs to its venue
  unique (id, venue_id)
);
create index room_of_venue on venues.room (venue_id, position);

-- In a room, or of the whole venue where no room is named.
create table venues.power_supply (
  id             uuid primary key,
  venue_id       uuid not null references venues.venue on delete cascade,
  room_id        uuid,
  position       integer not null check (position >= 0),
  name           text not null check (length(name) between 1 and 200),
  connector      text not null check (length(connector) between 1 and 100),
  phases         integer not null check (phases in (1, 3)),
  amps_per_phase integer not null check (amps_per_phase between 1 and 10000),
  volts          integer not null check (volts between 1 and 1000),
  quantity       integer not null default 1 check (quantity between 1 and 1000),
  foreign key (room_id, venue_id) references venues.room (id, venue_id) on delete cascade
);
create index power_supply_of_venue on venues.power_supply (venue_id, position);
create index power_supply_of_room on venues.power_supply (room_id);

create table venues.rigging_point (
  id       uuid primary key,
  room_id  uuid not null references venues.room on delete cascade,
  position integer not null check (position >= 0),
  name     text not null check (length(name) between 1 and 100),
  working_load_limit_kilograms integer not null check (working_load_limit_kilograms between 1 and 1000000),
  height_millimetres integer check (height_millimetres between 1 and 1000000),
  -- from the room's corner; both or neither
  x_millimetres integer check (x_millimetres between -10000000 and 10000000),
  y_millimetres integer check (y_millimetres between -10000000 and 10000000),
  check ((x_millimetres is null) = (y_millimetres is null))
);
create index rigging_point_of_room on venues.rigging_point (room_id, position);
