-- What a client is billed by, where else it has addresses, what brands it wants, and by what a second one of the same is known.

-- Names that mean the same company: without case, accents, marks and the legal form at the end.
create function clients.name_key(name text) returns text language sql immutable strict parallel safe as $$
  select coalesce(nullif(regexp_replace(plain, '( (gmbh|ggmbh|mbh|co|kg|kgaa|ag|ug|haftungsbeschrankt|ohg|gbr|ev|se|ltd|limited|llc|llp|plc|inc|corp|sarl|sas|sa|bv|nv|srl|spa|sl|ab|as|oy|aps|kft|doo|sro|spzoo|and|und))+$', ''), ''), plain)
    from (select btrim(regexp_replace(regexp_replace(regexp_replace(replace(lower(normalize(name, nfkd)), 'ß', 'ss'),
            '[\u0300-\u036f]', '', 'g'), '[.''’`´]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')) as plain) p
$$;

-- The last eight digits: the same number is written with and without its country and its zeros.
create function clients.phone_key(phone text) returns text language sql immutable strict parallel safe as $$
  select case when length(digits) >= 6 then right(digits, 8) end from (select regexp_replace(phone, '[^0-9]', '', 'g') as digits) p
$$;

create function clients.vat_key(vat text) returns text language sql immutable strict parallel safe as $$
  select nullif(upper(regexp_replace(vat, '[^A-Za-z0-9]', '', 'g')), '')
$$;

alter table clients.client
  -- as it stands on invoices, where that differs from the name
  add column billing_name     text check (length(billing_name) between 1 and 200),
  add column billing_email    text check (length(billing_email) between 3 and 254),
  -- what they want to read on every invoice: their order number, a Leitweg-ID
  add column buyer_reference  text check (length(buyer_reference) between 1 and 100),
  add column payment_days     integer check (payment_days between 0 and 365),
  add column currency         text check (currency ~ '^[A-Z]{3}$'),
  add column preferred_brands text[] not null default '{}' check (cardinality(preferred_brands) <= 30),
  add column avoided_brands   text[] not null default '{}' check (cardinality(avoided_brands) <= 30),
  add column custom           jsonb not null default '{}',
  add column name_key         text not null generated always as (clients.name_key(name)) stored,
  add column vat_key          text generated always as (clients.vat_key(vat_number)) stored,
  add column email_key        text generated always as (lower(email)) stored,
  add column phone_key        text generated always as (clients.phone_key(phone)) stored;
create index client_like_name on clients.client (name_key);
create index client_like_vat on clients.client (vat_key) where vat_key is not null;
create index client_like_email on clients.client (email_key) where email_key is not null;
create index client_like_phone on clients.client (phone_key) where phone_key is not null;

alter table clients.contact
  add column email_key text generated always as (lower(email)) stored,
  add column phone_key text generated always as (clients.phone_key(phone)) stored;
create index contact_like_email on clients.contact (email_key) where email_key is not null;
create index contact_like_phone on clients.contact (phone_key) where phone_key is not null;

-- Addresses beside the one on the client itself, which bills go to unless one of these is for them.
create table clients.address (
  id        uuid primary key,
  client_id uuid not null references clients.client on delete cascade,
  position  integer not null check (position >= 0),
  kind      text not null check (kind in ('BILLING', 'DELIVERY', 'OFFICE', 'OTHER')),
  name      text check (length(name) between 1 and 200),
  lines     text[] not null check (cardinality(lines) between 1 and 8),
  country   text check (country ~ '^[A-Z]{2}$'),
  note      text check (length(note) between 1 and 500)
);
create index address_of_client on clients.address (client_id, position);

-- Clients that became part of another one; links to them lead there, and their history is its history.
create table clients.merged (
  id        uuid primary key,
  name      text not null,
  into_id   uuid not null references clients.client on delete cascade,
  merged_at timestamptz not null
);
create index merged_into on clients.merged (into_id);
