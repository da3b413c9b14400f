-- The companies that events are for, and who speaks for them.
create table clients.client (
  id            uuid primary key,
  name          text not null check (length(name) between 1 and 200),
  code          text check (length(code) between 1 and 20),
  vat_number    text check (length(vat_number) between 1 and 50),
  -- where bills go
  address_lines text[] not null default '{}' check (cardinality(address_lines) <= 8),
  country       text check (country ~ '^[A-Z]{2}$'),
  email         text check (length(email) between 3 and 254),
  phone         text check (length(phone) between 1 and 50),
  web           text check (length(web) between 1 and 2000),
  -- ISO 639, in which papers are written to them
  language      text check (language ~ '^[a-z]{2}$'),
  tags          text[] not null default '{}' check (cardinality(tags) <= 20),
  notes         text check (length(notes) between 1 and 10000),
  archived_at   timestamptz,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  version       bigint not null default 1
);
create unique index client_code_taken on clients.client (upper(code));
create index client_by_name on clients.client (lower(name), id);
create index client_by_code on clients.client (upper(coalesce(code, '')), id);
create index client_by_created on clients.client (created_at, id);
create index client_by_changed on clients.client (changed_at, id);
create index client_by_tag on clients.client using gin (tags);

create table clients.contact (
  id        uuid primary key,
  client_id uuid not null references clients.client on delete cascade,
  position  integer not null check (position >= 0),
  name      text not null check (length(name) between 1 and 200),
  role      text check (length(role) between 1 and 100),
  email     text check (length(email) between 3 and 254),
  phone     text check (length(phone) between 1 and 50),
  preferred boolean not null default false
);
create index contact_of_client on clients.contact (client_id, position);
create unique index contact_one_preferred on clients.contact (client_id) where preferred;
