-- What clients read by a link or signed in, say to it and accept, and what became of that.

create table portal.link (
  id              uuid primary key,
  quote_id        uuid not null references quoting.quote on delete cascade,
  -- SHA-256 of what stands in the address
  secret_hash     bytea not null constraint link_secret_once unique,
  for_name        text not null check (length(for_name) between 1 and 200),
  created_at      timestamptz not null,
  created_by_name text not null,
  expires_at      timestamptz not null,
  revoked_at      timestamptz,
  opened_at       timestamptz
);
create index link_of_quote on portal.link (quote_id, created_at);

create table portal.remark (
  id          uuid primary key,
  quote_id    uuid not null references quoting.quote on delete cascade,
  nth         integer not null check (nth > 0),
  link_id     uuid references portal.link on delete set null,
  by_client   boolean not null,
  author_name text not null check (length(author_name) between 1 and 200),
  text        text not null check (length(text) between 1 and 4000),
  at          timestamptz not null
);
create index remark_of_quote on portal.remark (quote_id, at);
create index remark_of_link on portal.remark (link_id) where link_id is not null;

-- The evidence, and how far it came. A yes is kept whatever happens to the stock.
create table portal.acceptance (
  id              uuid primary key,
  quote_id        uuid not null references quoting.quote,
  version_id      uuid not null constraint acceptance_once unique references quoting.quote_version,
  link_id         uuid references portal.link on delete set null,
  -- who was signed in, as they were called and reached then
  contact_id      uuid references clients.contact on delete set null,
  contact_name    text,
  contact_email   text,
  state           text not null check (state in ('KEPT', 'WAITING', 'CONFIRMED', 'WITHDRAWN')),
  state_since     timestamptz not null,
  name            text not null check (length(name) between 1 and 200),
  note            text check (length(note) between 1 and 2000),
  at              timestamptz not null,
  ip              text,
  program         text,
  -- who wrote it down, where the client said so by other means
  witness_name    text,
  chosen          uuid[] not null,
  net_minor       bigint not null,
  gross_minor     bigint not null,
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  event_id        uuid references planning.event on delete set null,
  -- why it waits: {code, message, shortages}
  hindrance       jsonb,
  tried_at        timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
  version         bigint not null default 1,
  constraint acceptance_waits_for check ((state = 'WAITING') = (hindrance is not null)),
  constraint acceptance_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
  constraint acceptance_evidence check (num_nonnulls(link_id, contact_email, witness_name) <= 1),
  constraint acceptance_contact check ((contact_name is null) = (contact_email is null) and (contact_id is null or contact_email is not null))
);
create index acceptance_of_quote on portal.acceptance (quote_id);
create index acceptance_of_link on portal.acceptance (link_id) where link_id is not null;
create index acceptance_of_contact on portal.acceptance (contact_id) where contact_id is not null;
create index acceptance_of_event on portal.acceptance (event_id) where event_id is not null;
create index acceptance_open on portal.acceptance (state) where state in ('KEPT', 'WAITING');

-- What was accepted is never rewritten: only what became of it.
create function portal.evidence_stays() returns trigger language plpgsql as $$
declare
  free text[] := array['state', 'state_since', 'event_id', 'hindrance', 'tried_at', 'withdrawn_reason', 'version', 'link_id', 'contact_id'];
begin
  if to_jsonb(old) - free <> to_jsonb(new) - free then
    raise exception 'what a client accepted stays as it was' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger evidence_stays before update on portal.acceptance for each row execute function portal.evidence_stays();

-- Contacts who may sign in, each by the address it was given for: another address of the same contact has to be given it anew, so that nobody who
-- may only change contacts lets somebody in by it.
create table portal.access (
  contact_id      uuid primary key references clients.contact on delete cascade,
  email_key       text not null check (email_key = lower(email_key) and length(email_key) between 3 and 254),
  granted_at      timestamptz not null,
  granted_by_name text not null,
  last_sign_in_at timestamptz
);
create index access_by_address on portal.access (email_key);

-- Asked for with an address, whether anybody has it or not.
create table portal.code (
  id          uuid primary key,
  -- SHA-256 of what the browser keeps that asked
  ticket_hash bytea not null constraint code_ticket_once unique,
  email_key   text not null check (length(email_key) between 3 and 254),
  asked_at    timestamptz not null,
  expires_at  timestamptz not null,
  -- none: nobody was sent one
  code_hash   bytea,
  tries       integer not null default 0 check (tries between 0 and 5),
  spent_at    timestamptz
);
create index code_by_time on portal.code (expires_at);

create table portal.session (
  id         uuid primary key,
  -- SHA-256 of what stands in the cookie
  token_hash bytea not null constraint session_token_once unique,
  email_key  text not null check (length(email_key) between 3 and 254),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ip         text,
  program    text
);
create index session_of_address on portal.session (email_key);
create index session_by_time on portal.session (expires_at);

-- What this room shows of others; read only.
create view portal.contact_seen as
select k.id, k.client_id, k.name, k.email, k.email_key, c.name as client_name, c.archived_at is not null as archived
  from clients.contact k
  join clients.client c on c.id = k.client_id;

-- Each quote as its client has it: the newest version that was sent, and nothing of what it costs.
create view portal.offer_seen as
select q.id, q.number, q.name, q.client_id, c.name as client_name, v.nth, v.state, v.sent_at, v.valid_until, v.hire_from, v.hire_to, v.currency, v.gross_minor
  from quoting.quote q
  join clients.client c on c.id = q.client_id
  join lateral (select o.nth, o.state, o.sent_at, o.valid_until, o.hire_from, o.hire_to, o.currency, o.gross_minor
                  from quoting.quote_version o
                 where o.quote_id = q.id and o.sent_at is not null
                 order by o.nth desc limit 1) v on true
 where not q.template;
