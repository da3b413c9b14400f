-- What things are hired for, and what was offered to whom.

create table quoting.settings (
  sole             boolean primary key default true check (sole),
  validity_days    integer not null default 30 check (validity_days between 1 and 3660),
  vat_category     text not null default 'STANDARD' check (vat_category in ('STANDARD', 'ZERO_RATED', 'EXEMPT', 'REVERSE_CHARGE', 'INTRA_COMMUNITY', 'EXPORT', 'OUTSIDE_SCOPE')),
  vat_percent      numeric(5, 2) not null default 19 check (vat_percent between 0 and 100),
  deposit_percent  numeric(5, 2) check (deposit_percent between 0 and 100),
  -- how much may be taken off without anybody's approval, by who has no role that says otherwise
  discount_percent numeric(5, 2) not null default 10 check (discount_percent between 0 and 100),
  intro            text check (length(intro) between 1 and 10000),
  terms            text check (length(terms) between 1 and 20000),
  -- of quotes in German; null: as in English
  intro_de         text check (length(intro_de) between 1 and 10000),
  terms_de         text check (length(terms_de) between 1 and 20000),
  -- what is owed of a job that is cancelled: [{days, percent}], falling days; cancelled so many days before it or later
  cancellation     jsonb not null default '[]' check (jsonb_typeof(cancellation) = 'array'),
  version          bigint not null default 1
);
insert into quoting.settings default values;

-- Of each year the number that comes next.
create table quoting.numbering (
  year       integer primary key check (year between 1900 and 2200),
  next_quote bigint not null default 1 check (next_quote > 0)
);

create table quoting.role_limit (
  role_id          uuid primary key references identity.role on delete cascade,
  discount_percent numeric(5, 2) not null check (discount_percent between 0 and 100)
);

-- What several charged days cost, as a multiple of one.
create table quoting.curve (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 100),
  -- [{days, factor}], rising, the first for one day
  points      jsonb not null,
  further_day numeric(9, 4) not null check (further_day between 0 and 1000),
  standard    boolean not null default false,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  version     bigint not null default 1
);
create unique index curve_name_taken on quoting.curve (lower(name));
create unique index curve_one_standard on quoting.curve (standard) where standard;
insert into quoting.curve (id, name, points, further_day, standard, created_at, changed_at)
values (gen_random_uuid(), 'Standard', '[{"days":1,"factor":1},{"days":2,"factor":1.5},{"days":3,"factor":2},{"days":7,"factor":3.5}]', 0.25, true, now(), now());

-- Categories below one that is not in here take the curve of the nearest above that is.
create table quoting.category_curve (
  category_id uuid primary key references catalogue.category on delete cascade,
  curve_id    uuid not null constraint curve_in_use references quoting.curve
);
create index category_curve_of on quoting.category_curve (curve_id);

create table quoting.hire_rate (
  id         uuid primary key,
  position   integer not null check (position >= 0),
  name       text not null check (length(name) between 1 and 100),
  first_day  date,
  last_day   date,
  -- 1 is Monday; none: all
  weekdays   integer[] not null default '{}' check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  factor     numeric(9, 4) not null check (factor between 0 and 100),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version    bigint not null default 1,
  constraint hire_rate_days check ((first_day is null) = (last_day is null) and first_day <= last_day)
);
create unique index hire_rate_name_taken on quoting.hire_rate (lower(name));

create table quoting.price_list (
  id               uuid primary key,
  position         integer not null check (position >= 0),
  name             text not null check (length(name) between 1 and 100),
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  -- clients with any of these tags; none: everybody
  client_tags      text[] not null default '{}',
  -- hires that begin in this time
  valid_from       date,
  valid_to         date,
  -- what a quote for such a client takes off to begin with
  discount_percent numeric(5, 2) check (discount_percent between 0 and 100),
  archived_at      timestamptz,
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  version          bigint not null default 1,
  constraint price_list_days check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create unique index price_list_name_taken on quoting.price_list (lower(name));

create table quoting.price (
  id            uuid primary key,
  price_list_id uuid not null references quoting.price_list on delete cascade,
  product_id    uuid references catalogue.product on delete cascade,
  kit_id        uuid references catalogue.kit on delete cascade,
  unit          text not null check (unit in ('DAY', 'WEEK', 'JOB')),
  price         numeric(19, 4) not null check (price between 0 and 1000000000),
  -- what one piece costs at least, however short the job
  minimum       numeric(19, 4) check (minimum between 0 and 1000000000),
  constraint price_of_one check (num_nonnulls(product_id, kit_id) = 1),
  constraint price_once_product unique (price_list_id, product_id),
  constraint price_once_kit unique (price_list_id, kit_id)
);
create index price_of_product on quoting.price (product_id) where product_id is not null;
create index price_of_kit on quoting.price (kit_id) where kit_id is not null;

create table quoting.quote (
  id           uuid primary key,
  -- none: a template
  number       text constraint quote_number_taken unique check (length(number) between 1 and 50),
  template     boolean not null default false,
  name         text not null check (length(name) between 1 and 200),
  client_id    uuid references clients.client,
  contact_id   uuid references clients.contact,
  deal_id      uuid references crm.deal,
  event_id     uuid references planning.event on delete set null,
  warehouse_id uuid references inventory.location,
  owner_id     uuid references identity.user_account,
  notes        text check (length(notes) between 1 and 10000),
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  version      bigint not null default 1,
  constraint quote_numbered check (template = (number is null)),
  constraint quote_for_somebody check (template or client_id is not null)
);
create index quote_by_changed on quoting.quote (changed_at, id);
create index quote_by_name on quoting.quote (lower(name), id);
create index quote_of_client on quoting.quote (client_id) where client_id is not null;
create index quote_of_contact on quoting.quote (contact_id) where contact_id is not null;
create index quote_of_deal on quoting.quote (deal_id) where deal_id is not null;
create index quote_of_event on quoting.quote (event_id) where event_id is not null;
create index quote_of_owner on quoting.quote (owner_id) where owner_id is not null;
create index quote_of_warehouse on quoting.quote (warehouse_id) where warehouse_id is not null;

create table quoting.quote_version (
  id                      uuid primary key,
  quote_id                uuid not null references quoting.quote on delete cascade,
  nth                     integer not null check (nth > 0),
  state                   text not null check (state in ('DRAFT', 'IN_APPROVAL', 'SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED')),
  state_since             timestamptz not null,
  currency                text not null check (currency ~ '^[A-Z]{3}$'),
  -- so much of it is one of the company's currency
  exchange_rate           numeric(19, 8) not null check (exchange_rate > 0),
  language                text not null check (language ~ '^[a-z]{2}$'),
  hire_from               date,
  hire_to                 date,
  charged_days            integer not null check (charged_days between 1 and 3660),
  valid_until             date,
  intro                   text check (length(intro) between 1 and 10000),
  terms                   text check (length(terms) between 1 and 20000),
  client_discount_percent numeric(5, 2) check (client_discount_percent between 0 and 100),
  discount_percent        numeric(5, 2) check (discount_percent between 0 and 100),
  discount_minor          bigint check (discount_minor between 0 and 1000000000000),
  deposit_percent         numeric(5, 2) check (deposit_percent between 0 and 100),
  -- as in the settings: what is owed where the job is cancelled
  cancellation            jsonb not null default '[]' check (jsonb_typeof(cancellation) = 'array'),
  vat_category            text not null check (vat_category in ('STANDARD', 'ZERO_RATED', 'EXEMPT', 'REVERSE_CHARGE', 'INTRA_COMMUNITY', 'EXPORT', 'OUTSIDE_SCOPE')),
  vat_percent             numeric(5, 2) not null check (vat_percent between 0 and 100),
  -- sums of the lines that count; what was chosen counts once it is accepted
  list_minor              bigint not null default 0,
  net_minor               bigint not null default 0,
  vat_minor               bigint not null default 0,
  gross_minor             bigint not null default 0,
  deposit_minor           bigint not null default 0,
  cost_minor              bigint not null default 0,
  asked_by_name           text,
  refused_reason          text check (length(refused_reason) between 1 and 1000),
  approved_by_name        text,
  sent_at                 timestamptz,
  sent_by_name            text,
  viewed_at               timestamptz,
  decided_at              timestamptz,
  decline_reason          text check (length(decline_reason) between 1 and 2000),
  chosen                  uuid[],
  created_at              timestamptz not null,
  created_by_name         text not null,
  constraint quote_version_once unique (quote_id, nth),
  constraint quote_version_days check ((hire_from is null) = (hire_to is null) and hire_from <= hire_to),
  constraint quote_version_discount check (num_nonnulls(discount_percent, discount_minor) <= 1),
  constraint quote_version_in_state check (case
    when state = 'DRAFT' then num_nonnulls(sent_at, viewed_at, decided_at, decline_reason, chosen, asked_by_name) = 0
    when state = 'IN_APPROVAL' then asked_by_name is not null and num_nonnulls(sent_at, viewed_at, decided_at, decline_reason, chosen) = 0
    when state = 'SENT' then sent_at is not null and num_nonnulls(viewed_at, decided_at, decline_reason, chosen) = 0
    when state = 'VIEWED' then num_nonnulls(sent_at, viewed_at) = 2 and num_nonnulls(decided_at, decline_reason, chosen) = 0
    when state = 'ACCEPTED' then num_nonnulls(sent_at, decided_at, chosen) = 3 and decline_reason is null
    when state = 'DECLINED' then num_nonnulls(sent_at, decided_at) = 2 and chosen is null
    else sent_at is not null and chosen is null end)
);
create unique index quote_version_one_open on quoting.quote_version (quote_id) where state in ('DRAFT', 'IN_APPROVAL');
create unique index quote_version_one_accepted on quoting.quote_version (quote_id) where state = 'ACCEPTED';
create index quote_version_to_expire on quoting.quote_version (valid_until) where state in ('SENT', 'VIEWED');

create table quoting.quote_group (
  version_id       uuid not null references quoting.quote_version on delete cascade,
  -- the same through all versions of a quote
  id               uuid not null,
  position         integer not null check (position >= 0),
  name             text not null check (length(name) <= 200),
  discount_percent numeric(5, 2) check (discount_percent between 0 and 100),
  discount_minor   bigint check (discount_minor between 0 and 1000000000000),
  primary key (version_id, id),
  constraint quote_group_discount check (num_nonnulls(discount_percent, discount_minor) <= 1)
);

create table quoting.quote_line (
  version_id       uuid not null,
  -- the same through all versions of a quote
  id               uuid not null,
  group_id         uuid not null,
  position         integer not null check (position >= 0),
  kind             text not null check (kind in ('PRODUCT', 'KIT', 'CREW', 'TRANSPORT', 'CONSUMABLE', 'SUB_HIRE', 'TEXT', 'PERCENT')),
  product_id       uuid references catalogue.product,
  kit_id           uuid references catalogue.kit,
  name             text not null check (length(name) between 1 and 300),
  note             text check (length(note) between 1 and 2000),
  quantity         numeric(12, 3) not null check (quantity between 0 and 1000000),
  by_parts         boolean not null default false,
  -- what of the price was entered and not looked up
  list_price       numeric(19, 4) not null check (list_price between 0 and 1000000000),
  source           text not null check (source in ('PRICE_LIST', 'CATALOGUE', 'PARTS', 'ENTERED')),
  source_name      text,
  unit             text not null check (unit in ('DAY', 'WEEK', 'JOB')),
  factor           numeric(9, 4) not null check (factor >= 0),
  factor_name      text,
  rate             numeric(9, 4) not null check (rate >= 0),
  rate_name        text,
  minimum          numeric(19, 4) check (minimum between 0 and 1000000000),
  discount_percent numeric(5, 2) check (discount_percent between 0 and 100),
  percent          numeric(9, 4) check (percent between 0 and 1000),
  percent_of       text check (percent_of in ('EQUIPMENT', 'ALL')),
  optional         boolean not null default false,
  alternative_to   uuid,
  chosen           boolean not null default true,
  vat_category     text check (vat_category in ('STANDARD', 'ZERO_RATED', 'EXEMPT', 'REVERSE_CHARGE', 'INTRA_COMMUNITY', 'EXPORT', 'OUTSIDE_SCOPE')),
  vat_percent      numeric(5, 2) check (vat_percent between 0 and 100),
  -- of one piece for the job
  unit_cost        numeric(19, 4) check (unit_cost between 0 and 1000000000),
  list_minor       bigint not null,
  amount_minor     bigint not null,
  net_minor        bigint not null,
  steps            jsonb not null,
  primary key (version_id, id),
  constraint quote_line_in_group foreign key (version_id, group_id) references quoting.quote_group (version_id, id) on delete cascade,
  constraint quote_line_alternative foreign key (version_id, alternative_to) references quoting.quote_line (version_id, id) deferrable initially deferred,
  constraint quote_line_of check (case kind when 'KIT' then kit_id is not null and product_id is null
                                            when 'PRODUCT' then product_id is not null and kit_id is null
                                            when 'CONSUMABLE' then kit_id is null when 'SUB_HIRE' then kit_id is null
                                            else num_nonnulls(product_id, kit_id) = 0 end),
  constraint quote_line_percent check (case kind when 'PERCENT' then num_nonnulls(percent, percent_of) = 2
                                                 else num_nonnulls(percent, percent_of) = 0 end),
  constraint quote_line_vat check ((vat_category is null) = (vat_percent is null)),
  constraint quote_line_optional check (not optional or alternative_to is null)
);
create index quote_line_in_order on quoting.quote_line (version_id, group_id, position);
create index quote_line_of_product on quoting.quote_line (product_id) where product_id is not null;
create index quote_line_of_kit on quoting.quote_line (kit_id) where kit_id is not null;

-- Where a client chose otherwise than was offered: which lines of the accepted version count then, and what each comes to, because a choice moves discounts
-- and percentages as well. Without rows the lines stand as they were offered.
create table quoting.chosen_line (
  version_id uuid not null,
  line_id    uuid not null,
  chosen     boolean not null,
  net_minor  bigint not null,
  primary key (version_id, line_id),
  constraint chosen_line_offered foreign key (version_id, line_id) references quoting.quote_line (version_id, id) on delete cascade
);

-- What was accepted, line by line.
create view quoting.accepted_line as
select v.quote_id, v.id as version_id, l.id as line_id, coalesce(c.net_minor, l.net_minor) as net_minor
  from quoting.quote_version v
  join quoting.quote_line l on l.version_id = v.id
  left join quoting.chosen_line c on c.version_id = l.version_id and c.line_id = l.id
 where v.state = 'ACCEPTED' and coalesce(c.chosen, l.chosen);

-- What was sent stays as it was: only its state goes on, and with it what that state says.
create function quoting.sent_stays() returns trigger language plpgsql as $$
declare
  free text[] := array['state', 'state_since', 'viewed_at', 'decided_at', 'decline_reason', 'chosen'];
begin
  if old.state in ('DRAFT', 'IN_APPROVAL') then return new; end if;
  if new.state = 'ACCEPTED' and old.state <> 'ACCEPTED' then
    free := free || array['list_minor', 'net_minor', 'vat_minor', 'gross_minor', 'deposit_minor', 'cost_minor'];
  end if;
  if to_jsonb(old) - free <> to_jsonb(new) - free then
    raise exception 'version % of a quote was sent and stays as it was', old.nth using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger sent_stays before update on quoting.quote_version for each row execute function quoting.sent_stays();

create function quoting.sent_is_kept() returns trigger language plpgsql as $$
begin
  if old.state not in ('DRAFT', 'IN_APPROVAL') then
    raise exception 'version % of a quote was sent and is kept', old.nth using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create trigger sent_is_kept before delete on quoting.quote_version for each row execute function quoting.sent_is_kept();

create function quoting.lines_of_sent_stay() returns trigger language plpgsql as $$
begin
  if exists (select from (select version_id from changed) c join quoting.quote_version v on v.id = c.version_id
              where v.state <> 'DRAFT') then
    raise exception 'lines of a quote change only in a draft' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger group_added after insert on quoting.quote_group referencing new table as changed
  for each statement execute function quoting.lines_of_sent_stay();
create trigger group_changed after update on quoting.quote_group referencing new table as changed
  for each statement execute function quoting.lines_of_sent_stay();
create trigger group_removed after delete on quoting.quote_group referencing old table as changed
  for each statement execute function quoting.lines_of_sent_stay();
create trigger line_added after insert on quoting.quote_line referencing new table as changed
  for each statement execute function quoting.lines_of_sent_stay();
create trigger line_changed after update on quoting.quote_line referencing new table as changed
  for each statement execute function quoting.lines_of_sent_stay();
create trigger line_removed after delete on quoting.quote_line referencing old table as changed
  for each statement execute function quoting.lines_of_sent_stay();

-- What this room shows of others; read only.
create view quoting.client_seen as
select c.id, c.name, c.tags, c.language, c.currency, c.vat_number,
       -- where bills go to
       coalesce((select a.country from clients.address a where a.client_id = c.id and a.kind = 'BILLING' order by a.position limit 1), c.country) as country
  from clients.client c;
create view quoting.contact_seen as select c.id, c.client_id, c.name from clients.contact c;
create view quoting.deal_seen as select d.id, d.number, d.name, d.client_id, d.contact_id, d.event_from, d.event_to, d.event_id, d.currency from crm.deal d;
create view quoting.event_seen as
select e.id, e.number, e.name, e.client_id, e.warehouse_id, e.occupied_from, e.occupied_to, e.from_at, e.to_at, e.time_zone from planning.event e where not e.template;
create view quoting.person_seen as select u.id, u.name from identity.user_account u;
create view quoting.warehouse_seen as
select l.id, l.name, l.position, l.archived_at is not null as archived from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null;
create view quoting.product_seen as
select p.id, p.kind, p.name, p.number_prefix as code, p.category_id, p.hire_price_minor, p.currency, p.archived_at is not null as archived from catalogue.product p;
create view quoting.kit_seen as
select k.id, k.name, k.code, k.hire_price_minor, k.currency, k.archived_at is not null as archived from catalogue.kit k;
create view quoting.category_seen as select c.id, c.parent_id, c.name from catalogue.category c;
create view quoting.role_seen as select r.id, r.name from identity.role r;
create view quoting.limit_of_person as
select u.user_id, max(coalesce(l.discount_percent, s.discount_percent)) as discount_percent
  from identity.user_role u
 cross join quoting.settings s
  left join quoting.role_limit l on l.role_id = u.role_id
 group by u.user_id;

-- A quote as lists show it: with its newest version.
create view quoting.quote_row as
select q.*, v.id as version_id, v.nth, v.state, v.state_since, v.currency, v.hire_from, v.hire_to, v.valid_until, v.list_minor, v.net_minor, v.vat_minor,
       v.gross_minor, v.cost_minor, v.sent_at, c.name as client_name, k.name as contact_name, d.number as deal_number, d.name as deal_name,
       e.number as event_number, e.name as event_name, u.name as owner_name, w.name as warehouse_name
  from quoting.quote q
  join quoting.quote_version v on v.quote_id = q.id
   and v.nth = (select max(n.nth) from quoting.quote_version n where n.quote_id = q.id)
  left join clients.client c on c.id = q.client_id
  left join clients.contact k on k.id = q.contact_id
  left join crm.deal d on d.id = q.deal_id
  left join planning.event e on e.id = q.event_id
  left join identity.user_account u on u.id = q.owner_id
  left join inventory.location w on w.id = q.warehouse_id;

create function quoting.pieces_of_kits(kits uuid[]) returns table (kit_id uuid, product_id uuid, quantity numeric) language sql stable as $$
  select * from catalogue.pieces_of_kits(kits)
$$;
