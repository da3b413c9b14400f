-- What clients read by a link, say to it and accept, and what became of that.

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
  constraint acceptance_evidence check (link_id is null or witness_name is null)
);
create index acceptance_of_quote on portal.acceptance (quote_id);
create index acceptance_of_link on portal.acceptance (link_id) where link_id is not null;
create index acceptance_of_event on portal.acceptance (event_id) where event_id is not null;
create index acceptance_open on portal.acceptance (state) where state in ('KEPT', 'WAITING');

-- What was accepted is never rewritten: only what became of it.
create function portal.evidence_stays() returns trigger language plpgsql as $$
declare
  free text[] := array['state', 'state_since', 'event_id', 'hindrance', 'tried_at', 'withdrawn_reason', 'version', 'link_id'];
begin
  if to_jsonb(old) - free <> to_jsonb(new) - free then
    raise exception 'what a client accepted stays as it was' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger evidence_stays before update on portal.acceptance for each row execute function portal.evidence_stays();
