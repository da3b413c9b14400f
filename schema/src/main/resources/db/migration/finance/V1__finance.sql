-- Money that was promised, billed, paid and spent: the double-entry ledger, invoices, payments, and what events cost.

create table finance.settings (
  sole           boolean primary key default true check (sole),
  -- in which the books are kept; fixed with the first entry
  currency       text check (currency ~ '^[A-Z]{3}$'),
  legal_name     text check (length(legal_name) between 1 and 200),
  street         text check (length(street) between 1 and 200),
  postcode       text check (length(postcode) between 1 and 20),
  city           text check (length(city) between 1 and 100),
  country        text not null default 'DE' check (country ~ '^[A-Z]{2}$'),
  vat_number     text check (length(vat_number) between 1 and 50),
  tax_number     text check (length(tax_number) between 1 and 50),
  register_entry text check (length(register_entry) between 1 and 200),
  iban           text check (length(iban) between 5 and 34),
  bic            text check (length(bic) between 8 and 11),
  bank_name      text check (length(bank_name) between 1 and 100),
  payment_days   integer not null default 14 check (payment_days between 0 and 365),
  -- what a day of use costs of what a piece would cost today
  use_percent    numeric(6, 3) not null default 0.150 check (use_percent between 0 and 100),
  -- whether own equipment costs its events that share, or what it is hired for
  use_basis      text not null default 'OWNERSHIP' check (use_basis in ('OWNERSHIP', 'HIRE_PRICE')),
  version        bigint not null default 1
);
insert into finance.settings default values;

-- The chart. A class says what an account is to every rule; of each class, and of each group of revenue and cost, one is the standard that postings go to.
create table finance.account (
  id           uuid primary key,
  code         text not null check (length(code) between 1 and 20),
  name         text not null check (length(name) between 1 and 100),
  class        text not null check (class in
    ('RECEIVABLE', 'BANK', 'STOCK', 'DEPOSIT', 'VAT', 'ACCRUED', 'EQUITY', 'REVENUE', 'COST', 'EXCHANGE')),
  profit_group text check (profit_group in
    ('EQUIPMENT', 'CREW', 'TRANSPORT', 'SUB_HIRE', 'CONSUMABLES', 'DAMAGE', 'LOSS', 'OTHER')),
  standard     boolean not null default false,
  archived_at  timestamptz,
  version      bigint not null default 1,
  constraint account_grouped check ((class in ('REVENUE', 'COST')) = (profit_group is not null)),
  constraint account_standard_in_use check (not standard or archived_at is null)
);
create unique index account_code_taken on finance.account (upper(code));
create unique index account_one_standard on finance.account (class, profit_group) nulls not distinct where standard;
insert into finance.account (id, code, name, class, profit_group, standard)
select gen_random_uuid(), a.code, a.name, a.class, a.profit_group, true
  from (values ('0400', 'Equipment and stock', 'STOCK', null), ('1200', 'Bank', 'BANK', null), ('1400', 'Receivables', 'RECEIVABLE', null),
               ('1710', 'Deposits received', 'DEPOSIT', null), ('1776', 'VAT', 'VAT', null), ('1600', 'Accrued costs', 'ACCRUED', null),
               ('0800', 'Equity', 'EQUITY', null), ('2150', 'Exchange differences', 'EXCHANGE', null),
               ('8400', 'Hire of equipment', 'REVENUE', 'EQUIPMENT'), ('8410', 'Crew charged', 'REVENUE', 'CREW'),
               ('8420', 'Transport charged', 'REVENUE', 'TRANSPORT'), ('8430', 'Sub-hire charged', 'REVENUE', 'SUB_HIRE'),
               ('8440', 'Consumables charged', 'REVENUE', 'CONSUMABLES'), ('8450', 'Damage charged', 'REVENUE', 'DAMAGE'),
               ('8460', 'Losses charged', 'REVENUE', 'LOSS'), ('8490', 'Other revenue', 'REVENUE', 'OTHER'),
               ('4830', 'Use of equipment', 'COST', 'EQUIPMENT'), ('4100', 'Crew', 'COST', 'CREW'), ('4500', 'Transport', 'COST', 'TRANSPORT'),
               ('3100', 'Sub-hire', 'COST', 'SUB_HIRE'), ('3300', 'Consumables', 'COST', 'CONSUMABLES'), ('4800', 'Damage', 'COST', 'DAMAGE'),
               ('4850', 'Losses', 'COST', 'LOSS'), ('4900', 'Other costs', 'COST', 'OTHER')) a (code, name, class, profit_group);

-- Months whose books are closed.
create table finance.closed_month (
  month          date primary key check (extract(day from month) = 1),
  closed_at      timestamptz not null,
  closed_by_name text not null
);

create table finance.entry (
  id             uuid primary key,
  number         bigint not null generated always as identity unique,
  date           date not null check (date between '1990-01-01' and '2199-12-31'),
  text           text not null check (length(text) between 1 and 500),
  -- what the text says where nobody wrote it, to be told in other languages
  words          text check (length(words) between 1 and 40),
  words_of       text check (length(words_of) between 1 and 500),
  words_reason   text check (length(words_reason) between 1 and 500),
  -- what was posted: invoice, payment, cost, hand
  source_kind    text not null check (length(source_kind) between 1 and 40),
  source_id      uuid,
  reverses_id    uuid constraint entry_reversed_once unique references finance.entry,
  posted_at      timestamptz not null,
  posted_by_name text not null,
  -- lines come with their entry, never later
  tx             xid8 not null default pg_current_xact_id(),
  constraint entry_words check (words is not null or num_nonnulls(words_of, words_reason) = 0)
);
create index entry_by_date on finance.entry (date, id);
create index entry_of_source on finance.entry (source_kind, source_id);

-- Debit is positive. Amounts in their own currency and in the company's; either alone sums to zero over an entry.
create table finance.line (
  id           uuid primary key,
  entry_id     uuid not null references finance.entry,
  position     integer not null check (position >= 0),
  account_id   uuid not null references finance.account,
  amount_minor bigint not null,
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  own_minor    bigint not null,
  event_id     uuid references planning.event,
  client_id    uuid references clients.client,
  deal_id      uuid references crm.deal,
  text         text check (length(text) between 1 and 500),
  constraint line_position unique (entry_id, position),
  constraint line_says_something check (amount_minor <> 0 or own_minor <> 0),
  constraint line_signs check (amount_minor = 0 or own_minor = 0 or sign(amount_minor) = sign(own_minor))
);
create index line_of_account on finance.line (account_id);
create index line_of_event on finance.line (event_id, account_id) where event_id is not null;
create index line_of_client on finance.line (client_id, account_id) where client_id is not null;
create index line_of_deal on finance.line (deal_id) where deal_id is not null;

-- What the lines add up to, in the company's currency, kept by every posting in its own transaction.
create table finance.sum (
  event_id     uuid,
  quarter      date not null,
  client_id    uuid,
  class        text not null,
  profit_group text,
  own_minor    bigint not null,
  lines        bigint not null,
  constraint sum_key unique nulls not distinct (event_id, quarter, client_id, class, profit_group)
);
create index sum_by_client on finance.sum (client_id, quarter);
create index sum_by_quarter on finance.sum (quarter, class);

create view finance.recount as
select l.event_id, date_trunc('quarter', e.date::timestamp)::date as quarter, l.client_id, a.class, a.profit_group,
       sum(l.own_minor)::bigint as own_minor, count(*) as lines
  from finance.line l
  join finance.entry e on e.id = l.entry_id
  join finance.account a on a.id = l.account_id
 group by 1, 2, 3, 4, 5;

create function finance.add_to_sums() returns trigger language plpgsql as $$
begin
  if exists (select from added l join finance.entry e on e.id = l.entry_id where e.tx <> pg_current_xact_id()) then
    raise exception 'lines come with their entry' using errcode = 'integrity_constraint_violation', constraint = 'line_with_its_entry';
  end if;
  -- in the order of their keys, so that two postings wait for one another and never in a circle
  insert into finance.sum as s (event_id, quarter, client_id, class, profit_group, own_minor, lines)
  select l.event_id, date_trunc('quarter', e.date::timestamp)::date, l.client_id, a.class, a.profit_group, sum(l.own_minor), count(*)
    from added l
    join finance.entry e on e.id = l.entry_id
    join finance.account a on a.id = l.account_id
   group by 1, 2, 3, 4, 5
   order by 1, 2, 3, 4, 5
  on conflict on constraint sum_key do update set own_minor = s.own_minor + excluded.own_minor, lines = s.lines + excluded.lines;
  return null;
end $$;
create trigger line_adds_to_sums after insert on finance.line referencing new table as added
  for each statement execute function finance.add_to_sums();

-- What is earned and spent, coarser: a few hundred thousand rows stand for millions of lines, so that reports over years read them whole.
create table finance.event_profit (
  event_id      uuid,
  client_id     uuid,
  quarter       date not null,
  revenue_minor bigint not null,
  cost_minor    bigint not null,
  lines         bigint not null,
  constraint event_profit_key unique nulls not distinct (event_id, client_id, quarter)
);
create index event_profit_of_client on finance.event_profit (client_id, quarter);

create table finance.client_profit (
  client_id     uuid not null,
  quarter       date not null,
  revenue_minor bigint not null,
  cost_minor    bigint not null,
  lines         bigint not null,
  primary key (client_id, quarter)
);

create view finance.profit_recount as
select l.event_id, l.client_id, date_trunc('quarter', e.date::timestamp)::date as quarter,
       coalesce(-sum(l.own_minor) filter (where a.class = 'REVENUE'), 0)::bigint as revenue_minor,
       coalesce(sum(l.own_minor) filter (where a.class <> 'REVENUE'), 0)::bigint as cost_minor, count(*) as lines
  from finance.line l
  join finance.entry e on e.id = l.entry_id
  join finance.account a on a.id = l.account_id
 where a.class in ('REVENUE', 'COST', 'EXCHANGE')
 group by 1, 2, 3;

create view finance.client_recount as
select client_id, quarter, sum(revenue_minor)::bigint as revenue_minor, sum(cost_minor)::bigint as cost_minor, sum(lines)::bigint as lines
  from finance.profit_recount where client_id is not null group by 1, 2;

create function finance.add_to_profits() returns trigger language plpgsql as $$
begin
  insert into finance.event_profit as p (event_id, client_id, quarter, revenue_minor, cost_minor, lines)
  select l.event_id, l.client_id, date_trunc('quarter', e.date::timestamp)::date,
         coalesce(-sum(l.own_minor) filter (where a.class = 'REVENUE'), 0), coalesce(sum(l.own_minor) filter (where a.class <> 'REVENUE'), 0), count(*)
    from added l
    join finance.entry e on e.id = l.entry_id
    join finance.account a on a.id = l.account_id and a.class in ('REVENUE', 'COST', 'EXCHANGE')
   group by 1, 2, 3
   order by 1, 2, 3
  on conflict on constraint event_profit_key do update
     set revenue_minor = p.revenue_minor + excluded.revenue_minor, cost_minor = p.cost_minor + excluded.cost_minor, lines = p.lines + excluded.lines;
  insert into finance.client_profit as p (client_id, quarter, revenue_minor, cost_minor, lines)
  select l.client_id, date_trunc('quarter', e.date::timestamp)::date,
         coalesce(-sum(l.own_minor) filter (where a.class = 'REVENUE'), 0), coalesce(sum(l.own_minor) filter (where a.class <> 'REVENUE'), 0), count(*)
    from added l
    join finance.entry e on e.id = l.entry_id
    join finance.account a on a.id = l.account_id and a.class in ('REVENUE', 'COST', 'EXCHANGE')
   where l.client_id is not null
   group by 1, 2
   order by 1, 2
  on conflict (client_id, quarter) do update
     set revenue_minor = p.revenue_minor + excluded.revenue_minor, cost_minor = p.cost_minor + excluded.cost_minor, lines = p.lines + excluded.lines;
  return null;
end $$;
create trigger line_adds_to_profits after insert on finance.line referencing new table as added
  for each statement execute function finance.add_to_profits();

create function finance.check_balance() returns trigger language plpgsql as $$
begin
  if (select count(*) < 2 or sum(own_minor) <> 0 from finance.line where entry_id = new.id)
     or exists (select from finance.line where entry_id = new.id group by currency having sum(amount_minor) <> 0) then
    raise exception 'entry % does not sum to zero', new.number using errcode = 'check_violation', constraint = 'entry_sums_to_zero';
  end if;
  return null;
end $$;
create constraint trigger entry_sums_to_zero after insert on finance.entry deferrable initially deferred
  for each row execute function finance.check_balance();

-- Whoever posts holds the books open, whoever closes a month waits for them.
create function finance.check_period() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and tg_table_name = 'entry' then
    perform pg_advisory_xact_lock_shared(hashtext('finance.closed_month'));
    if exists (select from finance.closed_month where month = date_trunc('month', new.date::timestamp)::date) then
      raise exception 'the books of % are closed', to_char(new.date, 'YYYY-MM')
        using errcode = 'check_violation', constraint = 'entry_in_open_month';
    end if;
  end if;
  return new;
end $$;
create trigger entry_in_open_month before insert on finance.entry for each row execute function finance.check_period();

create trigger entry_append_only before update or delete on finance.entry for each row execute function core.refuse_change();
create trigger entry_no_truncate before truncate on finance.entry for each statement execute function core.refuse_change();
create trigger line_no_delete before delete on finance.line for each row execute function core.refuse_change();
create trigger line_no_truncate before truncate on finance.line for each statement execute function core.refuse_change();

-- Two clients that are one: the lines say so. Nothing else of them ever changes.
create function finance.check_line_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'client_id') <> (to_jsonb(old) - 'client_id') or old.client_id is null or new.client_id is null then
    raise exception 'line is append-only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger line_append_only before update on finance.line for each row execute function finance.check_line_change();

create function finance.repoint_client(from_id uuid, into_id uuid) returns bigint language plpgsql as $$
declare moved bigint;
begin
  update finance.line set client_id = into_id where client_id = from_id;
  get diagnostics moved = row_count;
  with taken as (delete from finance.sum where client_id = from_id returning *)
  insert into finance.sum as s (event_id, quarter, client_id, class, profit_group, own_minor, lines)
  select event_id, quarter, into_id, class, profit_group, own_minor, lines from taken
  on conflict on constraint sum_key do update set own_minor = s.own_minor + excluded.own_minor, lines = s.lines + excluded.lines;
  with taken as (delete from finance.event_profit where client_id = from_id returning *)
  insert into finance.event_profit as p (event_id, client_id, quarter, revenue_minor, cost_minor, lines)
  select event_id, into_id, quarter, revenue_minor, cost_minor, lines from taken
  on conflict on constraint event_profit_key do update
     set revenue_minor = p.revenue_minor + excluded.revenue_minor, cost_minor = p.cost_minor + excluded.cost_minor, lines = p.lines + excluded.lines;
  with taken as (delete from finance.client_profit where client_id = from_id returning *)
  insert into finance.client_profit as p (client_id, quarter, revenue_minor, cost_minor, lines)
  select into_id, quarter, revenue_minor, cost_minor, lines from taken
  on conflict (client_id, quarter) do update
     set revenue_minor = p.revenue_minor + excluded.revenue_minor, cost_minor = p.cost_minor + excluded.cost_minor, lines = p.lines + excluded.lines;
  return moved;
end $$;

-- What is charged on invoices, by category of EN 16931.
create table finance.vat_rate (
  id               uuid primary key,
  name             text not null check (length(name) between 1 and 100),
  category         text not null check (category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
  percent          numeric(5, 2) not null check (percent between 0 and 100),
  exemption_reason text check (length(exemption_reason) between 1 and 300),
  standard         boolean not null default false,
  position         integer not null default 0,
  archived_at      timestamptz,
  version          bigint not null default 1,
  constraint vat_rate_percent check ((category = 'S') = (percent > 0)),
  constraint vat_rate_reason check (category in ('S', 'Z') = (exemption_reason is null)),
  constraint vat_rate_standard_in_use check (not standard or archived_at is null)
);
create unique index vat_rate_name_taken on finance.vat_rate (lower(name));
create unique index vat_rate_one_standard on finance.vat_rate (standard) where standard;
insert into finance.vat_rate (id, name, category, percent, exemption_reason, standard, position) values
  (gen_random_uuid(), '19 %', 'S', 19, null, true, 0),
  (gen_random_uuid(), '7 %', 'S', 7, null, false, 1),
  (gen_random_uuid(), 'Zero-rated', 'Z', 0, null, false, 2),
  (gen_random_uuid(), 'Exempt', 'E', 0, 'Exempt from VAT', false, 3),
  (gen_random_uuid(), 'Reverse charge', 'AE', 0, 'Reverse charge', false, 4),
  (gen_random_uuid(), 'Supply within the EU', 'K', 0, 'Intra-community supply', false, 5),
  (gen_random_uuid(), 'Export', 'G', 0, 'Export outside the EU', false, 6),
  (gen_random_uuid(), 'Not subject to VAT', 'O', 0, 'Not subject to VAT', false, 7);

-- Numbers without gaps: the row of a series and year is locked from the moment a number is taken until the commit.
create table finance.series (
  id       uuid primary key,
  kind     text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  name     text not null check (length(name) between 1 and 60),
  -- {year} stands for the year of issue
  prefix   text not null check (length(prefix) between 0 and 30),
  width    integer not null check (width between 1 and 10),
  yearly   boolean not null,
  standard boolean not null default false,
  version  bigint not null default 1,
  constraint series_year check (not yearly or prefix like '%{year}%')
);
create unique index series_name_taken on finance.series (lower(name));
create unique index series_prefix_taken on finance.series (lower(prefix));
create unique index series_one_standard on finance.series (kind) where standard;
insert into finance.series (id, kind, name, prefix, width, yearly, standard) values
  (gen_random_uuid(), 'INVOICE', 'Invoices', 'R-{year}-', 4, true, true),
  (gen_random_uuid(), 'CREDIT_NOTE', 'Credit notes', 'G-{year}-', 4, true, true);

create table finance.series_number (
  series_id uuid not null references finance.series,
  year      integer not null,
  last      bigint not null check (last > 0),
  primary key (series_id, year)
);

create table finance.invoice (
  id                 uuid primary key,
  kind               text not null check (kind in ('DEPOSIT', 'PART', 'FINAL', 'CREDIT_NOTE')),
  state              text not null default 'DRAFT' check (state in ('DRAFT', 'ISSUED', 'PART_PAID', 'PAID', 'CREDITED')),
  series_id          uuid not null references finance.series,
  series_year        integer,
  series_number      bigint,
  number             text constraint invoice_number_taken unique check (length(number) between 1 and 50),
  title              text not null check (length(title) between 1 and 200),
  client_id          uuid not null references clients.client,
  event_id           uuid references planning.event,
  deal_id            uuid references crm.deal,
  quote_id           uuid references quoting.quote,
  -- the invoice that a credit note takes back
  corrects_id        uuid references finance.invoice,
  language           text not null check (language ~ '^[a-z]{2}$'),
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  -- of the company's currency for one of this; known when it is issued
  rate               numeric(18, 9) check (rate > 0),
  issued_on          date,
  supplied_from      date,
  supplied_to        date,
  payment_days       integer not null check (payment_days between 0 and 365),
  due_on             date,
  buyer_reference    text check (length(buyer_reference) between 1 and 100),
  introduction       text check (length(introduction) between 1 and 5000),
  closing            text check (length(closing) between 1 and 5000),
  -- as they stood when it was issued
  seller             jsonb,
  buyer              jsonb,
  -- the design it was issued in
  look_id            uuid,
  net_minor          bigint not null default 0,
  vat_minor          bigint not null default 0,
  gross_minor        bigint not null default 0,
  -- of deposits that were billed before
  deducted_minor     bigint not null default 0 check (deducted_minor >= 0),
  own_gross_minor    bigint,
  paid_minor         bigint not null default 0,
  credited_minor     bigint not null default 0 check (credited_minor >= 0),
  -- what is still to be paid
  open_minor         bigint not null generated always as (
    case when kind = 'CREDIT_NOTE' or number is null then 0 else gross_minor - deducted_minor - paid_minor - credited_minor end) stored,
  reminder_level     integer not null default 0 check (reminder_level >= 0),
  entry_id           uuid references finance.entry,
  created_at         timestamptz not null,
  created_by_name    text not null,
  changed_at         timestamptz not null,
  version            bigint not null default 1,
  constraint invoice_series_number_taken unique (series_id, series_year, series_number),
  constraint invoice_issued check (case when state = 'DRAFT' then num_nonnulls(number, series_year, series_number, issued_on, due_on, rate, seller, buyer) = 0
                                        else num_nonnulls(number, series_year, series_number, issued_on, due_on, rate, seller, buyer, own_gross_minor) = 9 end),
  constraint invoice_corrects check ((kind = 'CREDIT_NOTE') = (corrects_id is not null)),
  constraint invoice_supplied check (supplied_to is null or (supplied_from is not null and supplied_from <= supplied_to))
);
create index invoice_by_changed on finance.invoice (changed_at, id);
create index invoice_by_number on finance.invoice ((coalesce(number, '')), id);
create index invoice_by_issued on finance.invoice ((coalesce(issued_on, date '9999-01-01')), id);
create index invoice_of_client on finance.invoice (client_id);
create index invoice_of_event on finance.invoice (event_id) where event_id is not null;
create index invoice_of_quote on finance.invoice (quote_id) where quote_id is not null;
create index invoice_of_deal on finance.invoice (deal_id) where deal_id is not null;
create index invoice_corrected on finance.invoice (corrects_id) where corrects_id is not null;
create index invoice_open on finance.invoice (due_on) where open_minor <> 0;

create table finance.invoice_line (
  id               uuid primary key,
  invoice_id       uuid not null references finance.invoice on delete cascade,
  position         integer not null check (position >= 0),
  text             text not null check (length(text) between 1 and 500),
  description      text check (length(description) between 1 and 2000),
  quantity         numeric(14, 3) not null,
  unit             text not null check (length(unit) between 1 and 20),
  unit_price       numeric(19, 4) not null,
  discount_percent numeric(5, 2) not null default 0 check (discount_percent between 0 and 100),
  net_minor        bigint not null,
  vat_category     text not null check (vat_category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
  vat_percent      numeric(5, 2) not null check (vat_percent between 0 and 100),
  exemption_reason text check (length(exemption_reason) between 1 and 300),
  profit_group     text not null check (profit_group in
    ('EQUIPMENT', 'CREW', 'TRANSPORT', 'SUB_HIRE', 'CONSUMABLES', 'DAMAGE', 'LOSS', 'OTHER')),
  event_id         uuid references planning.event,
  -- the cost that is charged on by it
  cost_id          uuid,
  -- what of the invoice's quote is billed by it: a line of it, or the quote itself where it is a share of the whole
  quote_part_id    uuid,
  constraint invoice_line_position unique (invoice_id, position) deferrable initially deferred
);
create index invoice_line_of_event on finance.invoice_line (event_id) where event_id is not null;
create index invoice_line_of_cost on finance.invoice_line (cost_id) where cost_id is not null;

-- VAT as it stands on the document, once for each category and rate.
create table finance.invoice_vat (
  invoice_id       uuid not null references finance.invoice on delete cascade,
  position         integer not null,
  category         text not null,
  percent          numeric(5, 2) not null,
  base_minor       bigint not null,
  vat_minor        bigint not null,
  exemption_reason text,
  primary key (invoice_id, position)
);

-- A deposit that was billed is deducted once, from one invoice that stands.
create table finance.deduction (
  invoice_id  uuid not null references finance.invoice on delete cascade,
  deposit_id  uuid not null references finance.invoice,
  gross_minor bigint not null check (gross_minor > 0),
  live        boolean not null default true,
  primary key (invoice_id, deposit_id)
);
create unique index deposit_deducted_once on finance.deduction (deposit_id) where live;

-- Issued: what it says stays. Only what is paid, credited, reminded of, and whose it is after a merge.
create function finance.check_invoice_change() returns trigger language plpgsql as $$
declare fluid text[] := array['state', 'client_id', 'paid_minor', 'credited_minor', 'open_minor', 'reminder_level', 'entry_id', 'changed_at', 'version'];
begin
  if old.number is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or (to_jsonb(new) - fluid) <> (to_jsonb(old) - fluid) or (old.entry_id is not null and new.entry_id is distinct from old.entry_id) then
    raise exception 'invoice % is issued', old.number using errcode = 'integrity_constraint_violation', constraint = 'invoice_immutable';
  end if;
  return new;
end $$;
create trigger invoice_immutable before update or delete on finance.invoice for each row execute function finance.check_invoice_change();
create trigger invoice_no_truncate before truncate on finance.invoice for each statement execute function core.refuse_change();

create function finance.check_invoice_part() returns trigger language plpgsql as $$
declare row jsonb := case tg_op when 'INSERT' then to_jsonb(new) else to_jsonb(old) end;
begin
  if tg_op = 'UPDATE' and tg_table_name = 'deduction' and (to_jsonb(new) - 'live') = (to_jsonb(old) - 'live') then return new; end if;
  if exists (select from finance.invoice i where i.id = (row ->> 'invoice_id')::uuid and i.number is not null) then
    raise exception 'the invoice is issued' using errcode = 'integrity_constraint_violation', constraint = 'invoice_immutable';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger invoice_line_immutable before insert or update or delete on finance.invoice_line for each row execute function finance.check_invoice_part();
create trigger invoice_vat_immutable before insert or update or delete on finance.invoice_vat for each row execute function finance.check_invoice_part();
create trigger deduction_immutable before insert or update or delete on finance.deduction for each row execute function finance.check_invoice_part();

-- Received from a client, or with a minus paid back.
create table finance.payment (
  id              uuid primary key,
  client_id       uuid not null references clients.client,
  paid_on         date not null,
  amount_minor    bigint not null check (amount_minor <> 0),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  rate            numeric(18, 9) not null check (rate > 0),
  own_minor       bigint not null,
  reference       text check (length(reference) between 1 and 200),
  note            text check (length(note) between 1 and 1000),
  -- of the line of a file, so that the same file read twice counts once
  bank_key        text constraint payment_known unique check (length(bank_key) between 1 and 200),
  allocated_minor bigint not null default 0,
  -- the payment that a refund pays back
  refunds_id      uuid references finance.payment,
  entry_id        uuid not null references finance.entry,
  cancelled_at    timestamptz,
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint payment_allocated check (abs(allocated_minor) <= abs(amount_minor)
    and (allocated_minor = 0 or sign(allocated_minor) = sign(amount_minor))),
  constraint payment_cancelled check (cancelled_at is null or allocated_minor = 0)
);
create index payment_by_date on finance.payment (paid_on, id);
create index payment_of_client on finance.payment (client_id, paid_on);
create index payment_free on finance.payment (client_id) where amount_minor <> allocated_minor and cancelled_at is null;

create table finance.allocation (
  id           uuid primary key,
  payment_id   uuid not null references finance.payment,
  invoice_id   uuid not null references finance.invoice,
  amount_minor bigint not null check (amount_minor <> 0),
  -- exchange difference between the days of the invoice and of the payment
  entry_id     uuid references finance.entry,
  created_at   timestamptz not null,
  constraint allocation_once unique (payment_id, invoice_id)
);
create index allocation_of_invoice on finance.allocation (invoice_id);

create table finance.reminder_step (
  level      integer primary key check (level between 1 and 9),
  days_after integer not null check (days_after between 1 and 365),
  title_en   text not null check (length(title_en) between 1 and 100),
  text_en    text not null check (length(text_en) between 1 and 2000),
  title_de   text not null check (length(title_de) between 1 and 100),
  text_de    text not null check (length(text_de) between 1 and 2000)
);
insert into finance.reminder_step values
  (1, 7, 'Payment reminder', 'You may have overlooked our invoice. Please pay the open amount within seven days.',
   'Zahlungserinnerung', 'Sie haben unsere Rechnung vielleicht übersehen. Bitte zahlen Sie den offenen Betrag innerhalb von sieben Tagen.'),
  (2, 21, 'Second reminder', 'Our invoice is still open. Please pay it within seven days.',
   'Zweite Mahnung', 'Unsere Rechnung ist noch offen. Bitte zahlen Sie sie innerhalb von sieben Tagen.'),
  (3, 35, 'Last reminder', 'Our invoice is still open in spite of two reminders. Please pay it at once.',
   'Letzte Mahnung', 'Unsere Rechnung ist trotz zweier Erinnerungen noch offen. Bitte zahlen Sie sie umgehend.');

create table finance.reminder (
  id            uuid primary key,
  invoice_id    uuid not null references finance.invoice,
  level         integer not null check (level between 1 and 9),
  reminded_on   date not null,
  open_minor    bigint not null,
  title         text not null,
  text          text not null,
  by_name       text not null,
  constraint reminder_once unique (invoice_id, level)
);

-- Of these it was said that they are due.
create table finance.due_told (
  invoice_id uuid primary key references finance.invoice
);

-- What an event costs, as it is planned and as it came. Actual ones are posted; one that was wrong is taken back by a reversal.
create table finance.cost (
  id              uuid primary key,
  event_id        uuid not null references planning.event,
  planned         boolean not null,
  profit_group    text not null check (profit_group in
    ('EQUIPMENT', 'CREW', 'TRANSPORT', 'SUB_HIRE', 'CONSUMABLES', 'DAMAGE', 'LOSS', 'OTHER')),
  text            text not null check (length(text) between 1 and 300),
  spent_on        date not null,
  quantity        numeric(14, 3) not null check (quantity > 0),
  unit            text not null check (length(unit) between 1 and 20),
  unit_cost       numeric(19, 4) not null check (unit_cost >= 0),
  amount_minor    bigint not null check (amount_minor >= 0),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  rate            numeric(18, 9) not null check (rate > 0),
  own_minor       bigint not null check (own_minor >= 0),
  -- what made it: hand, or the kind and id of a sub-hire, a product, an asset, a repair
  source_kind     text not null check (length(source_kind) between 1 and 40),
  source_id       uuid,
  -- what was damaged or lost, as the client knows it
  thing           text check (length(thing) between 1 and 300),
  -- of the same source once
  source_key      text check (length(source_key) between 1 and 200),
  charge          boolean not null default false,
  charged_on      uuid references finance.invoice,
  entry_id        uuid references finance.entry,
  taken_back_at   timestamptz,
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint cost_posted check (not planned or entry_id is null)
);
create index cost_of_event on finance.cost (event_id, planned);
create unique index cost_of_source on finance.cost (event_id, planned, source_key) where source_key is not null and taken_back_at is null;
alter table finance.invoice_line add constraint cost_charged_on foreign key (cost_id) references finance.cost;

-- What other rooms know of an event's costs, as it was planned and as it came; the prices are those of today until they are taken over.
create view finance.cost_source as
with days as (
  select e.id as event_id, greatest(1, ceil(extract(epoch from e.to_at - e.from_at) / 86400))::numeric as days,
         -- what ends at midnight ends on the day before
         ((e.to_at - interval '1 microsecond') at time zone e.time_zone)::date as last_day,
         e.phase in ('LOAD_OUT', 'ON_SITE', 'LOAD_IN', 'DE_PREP', 'CLOSED') as went
    from planning.event e where not e.template and e.phase <> 'CANCELLED'),
used as (
  select d.event_id, d.days, d.last_day, d.went, x.product_id, sum(x.n) as quantity
    from days d
    cross join lateral planning.piece_of(array(select p.id from planning.pull_list p where p.event_id = d.event_id)) x
   group by 1, 2, 3, 4, 5)
select u.event_id, planned.planned, 'EQUIPMENT' as profit_group, p.name as text, u.last_day as spent_on, (u.quantity * u.days)::numeric as quantity, 'day' as unit,
       case s.use_basis when 'HIRE_PRICE' then p.hire_price_minor else p.replacement_value_minor * s.use_percent / 100 end as unit_minor, p.currency, 'product' as source_kind, p.id as source_id, 'product:' || p.id as source_key,
       null::text as thing
  from used u
  join catalogue.product p on p.id = u.product_id
  cross join finance.settings s
  join (values (true), (false)) planned (planned) on planned.planned or u.went
 where p.kind <> 'CONSUMABLE' and case s.use_basis when 'HIRE_PRICE' then p.hire_price_minor else p.replacement_value_minor end > 0
union all
select h.event_id, planned.planned, 'SUB_HIRE', left(h.number || ' ' || c.name || ', ' || h.quantity || ' × ' || p.name, 300), h.begins::date, 1, 'pc', h.cost_minor::numeric, h.currency,
       'sub-hire', h.id, 'sub-hire:' || h.id, null
  from sourcing.sub_hire h
  join clients.client c on c.id = h.partner_id
  join catalogue.product p on p.id = h.product_id
  join (values (true), (false)) planned (planned) on planned.planned or h.state in ('RECEIVED', 'RETURNED')
 where h.direction = 'IN' and h.event_id is not null and h.cost_minor is not null and h.state not in ('DECLINED', 'CANCELLED')
union all
select n.ref_id, false, 'CONSUMABLES', p.name, max(n.at)::date, -sum(n.delta), 'pc', p.replacement_value_minor::numeric, p.currency, 'product', p.id, 'consumed:' || p.id, null
  from stock.entry n
  join planning.event e on e.id = n.ref_id
  join catalogue.product p on p.id = n.product_id
 where n.ref_kind = 'event' and n.kind in ('CONSUMED', 'REVERSAL') and p.kind = 'CONSUMABLE' and p.replacement_value_minor is not null
 group by n.ref_id, p.id having sum(n.delta) < 0
union all
select x.event_id, false, 'DAMAGE', left(j.number || ' ' || coalesce(a.number || ' ', '') || p.name, 300), j.reported_at::date, 1, 'pc',
       (select sum(l.amount_minor) from maintenance.cost_line l where l.job_id = j.id and l.currency = m.currency)::numeric, m.currency, 'maintenance-job', j.id, 'repair:' || j.id,
       left(p.name || coalesce(' (' || a.number || ')', ''), 300)
  from (select distinct sc.event_id, d.job_id from scanning.damage d join scanning.scan sc on sc.id = d.scan_id where sc.event_id is not null) x
  join maintenance.job j on j.id = x.job_id
  join catalogue.product p on p.id = j.product_id
  left join inventory.asset a on a.id = j.asset_id
  join lateral (select min(l.currency) as currency from maintenance.cost_line l where l.job_id = j.id) m on m.currency is not null
 where j.state <> 'CANCELLED'
union all
select e.id, false, 'LOSS', left(a.number || ' ' || p.name, 300), coalesce(a.lost_at::date, ((e.to_at - interval '1 microsecond') at time zone e.time_zone)::date), 1, 'pc',
       coalesce(a.insurance_value_minor, p.replacement_value_minor)::numeric, case when a.insurance_value_minor is null then p.currency else a.currency end,
       'asset', a.id, 'lost:' || a.id, left(p.name || ' (' || a.number || ')', 300)
  from inventory.asset a
  join planning.event e on a.out_for = 'event:' || e.id
  join catalogue.product p on p.id = a.product_id
 where a.status = 'LOST' and coalesce(a.insurance_value_minor, p.replacement_value_minor) is not null;

-- What the accepted quotes of an event say that work and things from elsewhere cost. Sub-hires count here until those are known that were asked for.
create view finance.quoted_cost as
select q.event_id, l.kind, l.name, l.quantity, l.unit_cost, v.currency, q.id as quote_id, l.id as line_id,
       coalesce(v.hire_to, ((e.to_at - interval '1 microsecond') at time zone e.time_zone)::date) as spent_on
  from quoting.quote q
  join planning.event e on e.id = q.event_id and e.phase <> 'CANCELLED'
  join quoting.accepted_line a on a.quote_id = q.id
  join quoting.quote_version v on v.id = a.version_id
  join quoting.quote_line l on l.version_id = a.version_id and l.id = a.line_id
 where l.unit_cost > 0 and l.quantity > 0 and l.kind in ('CREW', 'TRANSPORT', 'CONSUMABLE', 'SUB_HIRE', 'TEXT')
   and (l.kind <> 'SUB_HIRE' or not exists (
        select from sourcing.sub_hire h
         where h.event_id = q.event_id and h.direction = 'IN' and h.cost_minor is not null and h.state not in ('DECLINED', 'CANCELLED')));

-- What left for an event and has not come back.
create view finance.missing_seen as
select a.id, a.number, p.name, substr(a.out_for, 7)::uuid as event_id, a.status
  from inventory.asset a join catalogue.product p on p.id = a.product_id
 where a.out_for like 'event:%';

-- What left for an event and came back, in pieces and cases.
create view finance.returned_seen as
select c.event_id, sum(c.back)::bigint as back from scanning.need_count c group by c.event_id;

create view finance.damage_seen as
select distinct sc.event_id, j.id, j.number, j.state, p.name, a.number as asset_number
  from scanning.damage d
  join scanning.scan sc on sc.id = d.scan_id
  join maintenance.job j on j.id = d.job_id
  join catalogue.product p on p.id = j.product_id
  left join inventory.asset a on a.id = j.asset_id
 where sc.event_id is not null and j.state <> 'CANCELLED';

create view finance.cost_row as
select c.*, e.number as event_number, e.name as event_name, e.client_id, i.number as charged_number, i.title as charged_title
  from finance.cost c
  join planning.event e on e.id = c.event_id
  left join finance.invoice i on i.id = c.charged_on;

-- An event that was cancelled, settled: the fee that was agreed, and what was billed before credited.
create table finance.cancellation (
  event_id       uuid primary key references planning.event,
  cancelled_on   date not null,
  reason         text not null check (length(reason) between 1 and 1000),
  -- of the fee; null where nothing was agreed or nothing accepted
  days_before    integer,
  percent        numeric(5, 2) check (percent between 0 and 100),
  fee_invoice_id uuid references finance.invoice on delete set null,
  at             timestamptz not null,
  by_name        text not null
);

-- What this room shows of others; read only.
create view finance.client_seen as
select c.id, c.name, c.archived_at is not null as archived, c.currency, c.payment_days, c.language, c.buyer_reference, c.vat_number,
       -- where bills go to
       coalesce((select a.country from clients.address a where a.client_id = c.id and a.kind = 'BILLING' order by a.position limit 1), c.country) as country,
       -- as a letter to the client would go: to the preferred contact, else to the first, else to the company
       coalesce((select k.email from clients.contact k where k.client_id = c.id order by k.preferred desc, k.position limit 1), c.email) as email
  from clients.client c;
create view finance.event_seen as
select e.id, e.number, e.name, e.client_id, e.phase, e.from_at, e.to_at, e.time_zone, e.value_minor, e.currency, e.type_id, e.warehouse_id,
       ((e.to_at - interval '1 microsecond') at time zone e.time_zone)::date as last_day
  from planning.event e where not e.template;
create view finance.quote_seen as
select q.id, q.number, q.name, q.event_id, v.id as version_id, v.net_minor, v.currency
  from quoting.quote q
  left join quoting.quote_version v on v.quote_id = q.id and v.state = 'ACCEPTED'
 where not q.template;
create view finance.deal_seen as select d.id, d.number, d.name, d.client_id, d.event_id, d.state, d.value_minor, d.currency from crm.deal d;

create view finance.invoice_row as
select i.*, c.name as client_name, e.number as event_number, e.name as event_name, d.number as deal_number, d.name as deal_name,
       o.number as corrects_number
  from finance.invoice i
  join clients.client c on c.id = i.client_id
  left join planning.event e on e.id = i.event_id
  left join crm.deal d on d.id = i.deal_id
  left join finance.invoice o on o.id = i.corrects_id;

create view finance.payment_row as
select p.*, c.name as client_name from finance.payment p join clients.client c on c.id = p.client_id;

create view finance.line_row as
select l.id, l.entry_id, l.position, l.account_id, l.amount_minor, l.currency, l.own_minor, l.event_id, l.client_id, l.deal_id, l.text as line_text,
       e.number as entry_number, e.date, e.text, e.words, e.words_of, e.words_reason, e.source_kind, e.source_id, e.reverses_id, e.posted_at, e.posted_by_name,
       a.code as account_code, a.name as account_name, a.class, a.profit_group,
       ev.number as event_number, ev.name as event_name, c.name as client_name, d.number as deal_number
  from finance.line l
  join finance.entry e on e.id = l.entry_id
  join finance.account a on a.id = l.account_id
  left join planning.event ev on ev.id = l.event_id
  left join clients.client c on c.id = l.client_id
  left join crm.deal d on d.id = l.deal_id;
