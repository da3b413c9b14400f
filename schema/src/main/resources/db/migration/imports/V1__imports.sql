-- Files that people bring, how their columns are to be read, and every row that could not be.
create table imports.upload (
  id              uuid primary key,
  kind            text not null check (kind in ('PRODUCTS', 'ASSETS', 'CASES', 'LOCATIONS', 'ALIASES', 'STOCK', 'CLIENTS', 'LEADS', 'DEALS')),
  file_name       text not null check (length(file_name) between 1 and 255),
  size_bytes      bigint not null,
  charset         text not null,
  delimiter       text not null check (length(delimiter) = 1),
  quote           text not null check (length(quote) = 1),
  -- [{name, samples}]
  columns         jsonb not null,
  row_count       bigint not null check (row_count >= 0),
  mapping         jsonb,
  state           text not null check (state in ('UPLOADED', 'MAPPED', 'PREVIEWED', 'DONE')),
  preview         jsonb,
  result          jsonb,
  job_id          uuid,
  -- rows of the file that are settled for good, moved in the transaction that settles them
  position        bigint not null default 0,
  created_by      uuid,
  created_by_name text not null,
  created_at      timestamptz not null,
  version         bigint not null default 1,
  check (state = 'UPLOADED' or mapping is not null),
  check (state <> 'DONE' or result is not null)
);
create index upload_created on imports.upload (created_at, id);

create table imports.bad_row (
  upload_id   uuid not null references imports.upload on delete cascade,
  line        bigint not null,
  sequence    integer not null,
  column_name text,
  value       text,
  code        text not null,
  message     text not null,
  primary key (upload_id, line, sequence)
);
