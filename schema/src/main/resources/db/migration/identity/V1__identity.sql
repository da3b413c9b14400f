-- One company, its users, roles and sessions.
create table identity.company (
  only_one        boolean primary key default true check (only_one),
  name            text not null check (length(name) between 1 and 200),
  address_lines   text[] not null default '{}',
  phone           text,
  email           text,
  web             text,
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone       text not null,
  locale          text not null,
  base_url        text,
  former_base_urls text[] not null default '{}',
  property_notice text,
  -- a file of documents, which stands above and keeps it there
  logo_file_id    uuid,
  asset_number_width integer not null default 3 check (asset_number_width between 1 and 10),
  version         bigint not null default 1,
  created_at      timestamptz not null
);

create function identity.zone() returns text language sql stable as $$
  select coalesce((select time_zone from identity.company), 'UTC')
$$;

create table identity.role (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 100),
  built_in    text constraint role_built_in_once unique,
  permissions text[] not null,
  version     bigint not null default 1
);

create unique index role_name_taken on identity.role (lower(name));

create table identity.user_account (
  id            uuid primary key,
  email         text not null constraint user_email_taken unique check (email = lower(email)),
  name          text not null check (length(name) between 1 and 200),
  password_hash text not null,
  state         text not null check (state in ('ACTIVE', 'SUSPENDED')),
  locale        text not null,
  time_zone     text not null,
  theme         text not null default 'AUTO' check (theme in ('AUTO', 'LIGHT', 'DARK')),
  last_seen_at  timestamptz,
  version       bigint not null default 1,
  created_at    timestamptz not null
);

create table identity.user_role (
  user_id uuid not null references identity.user_account on delete cascade,
  role_id uuid not null constraint role_in_use references identity.role,
  primary key (user_id, role_id)
);
create index user_role_role on identity.user_role (role_id);

create table identity.session (
  id           uuid primary key,
  token_hash   bytea not null unique,
  user_id      uuid not null references identity.user_account on delete cascade,
  ip           text,
  user_agent   text,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null
);
create index session_of_user on identity.session (user_id);

-- A link that one person may use once: to join, or to set a new password.
create table identity.invitation (
  id          uuid primary key,
  token_hash  bytea not null unique,
  email       text not null check (email = lower(email)),
  name        text not null,
  role_ids    uuid[] not null,
  invited_by  uuid not null references identity.user_account,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz
);
create table identity.password_reset (
  id         uuid primary key,
  token_hash bytea not null unique,
  user_id    uuid not null references identity.user_account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- Failed sign-ins, by account and by address; kept outside the refused request's own transaction.
create table identity.sign_in_failure (
  subject    text not null,
  at         timestamptz not null
);
create index sign_in_failure_subject on identity.sign_in_failure (subject, at);
