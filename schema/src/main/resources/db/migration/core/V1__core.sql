-- What every module stands on: audit trail, idempotency, outgoing events, jobs, saved views.
create extension if not exists btree_gist with schema core;
create extension if not exists pg_trgm with schema core;
create extension if not exists unaccent with schema core;

create table core.audit_entry (
  id           uuid primary key,
  at           timestamptz not null,
  actor_id     uuid,
  actor_name   text not null,
  via          text not null check (via in ('WEB', 'API', 'JOB', 'IMPORT', 'SYSTEM')),
  ip           text,
  trace_id     text,
  subject_kind text not null,
  subject_id   uuid not null,
  subject_label text not null,
  action       text not null,
  version      bigint not null,
  changes      jsonb not null
);
create index audit_entry_subject on core.audit_entry (subject_kind, subject_id, id desc);
create index audit_entry_actor on core.audit_entry (actor_id, id desc);
create index audit_entry_kind on core.audit_entry (subject_kind, id desc);
-- Nobody looks for them by what is in them; to count how often each occurs took most of an ANALYZE.
alter table core.audit_entry alter column changes set statistics 0;

create function core.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_entry_append_only before update or delete on core.audit_entry
  for each row execute function core.refuse_change();
create trigger audit_entry_no_truncate before truncate on core.audit_entry
  for each statement execute function core.refuse_change();

create table core.idempotency (
  caller_id    uuid not null,
  key          text not null,
  request_hash bytea not null,
  status       integer,
  headers      jsonb,
  body         bytea,
  created_at   timestamptz not null default now(),
  primary key (caller_id, key)
);
create index idempotency_created on core.idempotency (created_at);

-- One row for each event and each listener that owes work; gone when the work is committed.
create table core.event_publication (
  event_id     uuid not null,
  listener     text not null,
  type         text not null,
  payload      jsonb not null,
  announced_at timestamptz not null,
  not_before   timestamptz not null,
  attempts     integer not null default 0,
  last_error   text,
  parked       boolean not null default false,
  primary key (event_id, listener)
);
create index event_publication_due on core.event_publication (not_before, event_id) where not parked;

create table core.job (
  id           uuid primary key,
  kind         text not null,
  title        text not null,
  state        text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  args         jsonb not null,
  done         bigint not null default 0,
  total        bigint,
  message      text,
  result       jsonb,
  attempts     integer not null default 0,
  cancel_requested boolean not null default false,
  requested_by uuid,
  caller       jsonb not null,
  created_at   timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  check ((state in ('DONE', 'FAILED', 'CANCELLED')) = (ended_at is not null)),
  check (state = 'QUEUED' or state = 'CANCELLED' or started_at is not null)
);
create index job_created on core.job (created_at desc, id desc);

-- db-scheduler's own table
create table core.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on core.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on core.scheduled_tasks (last_heartbeat);

create table core.saved_view (
  id         uuid primary key,
  owner_id   uuid not null,
  list       text not null,
  name       text not null check (length(name) between 1 and 100),
  query      jsonb not null,
  shared     boolean not null default false,
  created_at timestamptz not null default now(),
  unique (owner_id, list, name)
);
