-- What people are told: one row for each person and each thing that happened.
create table notifications.notification (
  id            uuid primary key,
  user_id       uuid not null references identity.user_account on delete cascade,
  type          text not null check (length(type) between 1 and 60),
  subject_kind  text,
  subject_id    uuid,
  subject_label text,
  facts         jsonb not null,
  -- what may be told only once, such as one day's reminder
  once_key      text,
  at            timestamptz not null,
  read_at       timestamptz,
  check ((subject_kind is null) = (subject_label is null)),
  check (subject_id is null or subject_kind is not null)
);
create index notification_of_user on notifications.notification (user_id, at desc, id desc);
create index notification_unread on notifications.notification (user_id) where read_at is null;
create index notification_at on notifications.notification (at, user_id);
create unique index notification_once on notifications.notification (user_id, once_key);

-- A person without a row is told everything their roles make them responsible for.
create table notifications.preference (
  user_id uuid primary key references identity.user_account on delete cascade,
  muted   text[] not null default '{}',
  version bigint not null default 1
);
