-- E-mail that goes out: through which server, in which words, and what became of each.

create table mail.server (
  only_one       boolean primary key default true check (only_one),
  host           text check (length(host) between 1 and 255),
  port           integer not null default 587 check (port between 1 and 65535),
  security       text not null default 'STARTTLS' check (security in ('STARTTLS', 'TLS', 'NONE')),
  username       text check (length(username) between 1 and 255),
  -- sealed with the key in the data folder; never plain
  secret         bytea,
  sender_name    text check (length(sender_name) between 1 and 200),
  sender_address text check (length(sender_address) between 3 and 254),
  reply_to       text check (length(reply_to) between 3 and 254),
  version        bigint not null default 1,
  constraint server_has_sender check (host is null or sender_address is not null)
);
insert into mail.server default values;

-- The company's own words; a kind without a row has those that come with EventKit.
create table mail.template (
  kind       text not null check (length(kind) between 1 and 60),
  locale     text not null check (locale in ('en', 'de')),
  subject    text not null check (length(subject) between 1 and 200),
  body       text not null check (length(body) between 1 and 20000),
  changed_at timestamptz not null,
  version    bigint not null,
  primary key (kind, locale)
);

create table mail.message (
  id              uuid primary key,
  -- the Message-ID that every attempt carries
  message_id      text not null constraint message_id_once unique,
  kind            text not null check (length(kind) between 1 and 60),
  state           text not null check (state in ('KEPT', 'QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'CANCELLED')),
  to_name         text,
  to_address      text not null check (length(to_address) between 3 and 254),
  reply_to        text,
  subject         text not null check (length(subject) between 1 and 300),
  -- of one that lets somebody in: gone as soon as it has left or never will
  body            text,
  secret          boolean not null,
  settings_url    text,
  about_kind      text,
  about_id        uuid,
  about_label     text,
  attempts        integer not null default 0 check (attempts >= 0),
  not_before      timestamptz not null,
  claimed_at      timestamptz,
  sent_at         timestamptz,
  last_error      text,
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint message_state check (case state when 'SENDING' then claimed_at is not null and sent_at is null
                                             when 'SENT' then sent_at is not null
                                             when 'FAILED' then sent_at is null and last_error is not null
                                             when 'UNCERTAIN' then sent_at is null and last_error is not null
                                             else sent_at is null end),
  constraint message_body check (body is not null or secret),
  constraint message_about check (num_nonnulls(about_kind, about_id, about_label) in (0, 3))
);
create index message_due on mail.message (not_before, id) where state = 'QUEUED';
create index message_sending on mail.message (claimed_at) where state = 'SENDING';
create index message_by_created on mail.message (created_at, id);
create index message_by_changed on mail.message (changed_at, id);
create index message_waiting on mail.message (state) where state in ('KEPT', 'FAILED', 'UNCERTAIN');
create index message_about on mail.message (about_id) where about_id is not null;

create table mail.enclosure (
  message_id uuid not null references mail.message on delete cascade,
  position   integer not null check (position >= 0),
  name       text not null check (length(name) between 1 and 255),
  media_type text not null check (length(media_type) between 3 and 255),
  size_bytes bigint not null check (size_bytes > 0),
  -- gone some weeks after it was sent
  content    bytea,
  primary key (message_id, position)
);
