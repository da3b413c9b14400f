-- What reports read of the rooms below, and who gets them by e-mail.

-- Read only. Days are those of the event's own place; what ends at midnight ends on the day before.
create view reports.event as
select e.id, e.number, e.name, e.client_id, c.name as client_name, e.type_id, e.warehouse_id, e.phase,
       (e.from_at at time zone e.time_zone)::date as first_day,
       ((e.to_at - interval '1 microsecond') at time zone e.time_zone)::date as last_day
  from planning.event e
  left join clients.client c on c.id = e.client_id
 where not e.template;

create view reports.client as select c.id, c.name from clients.client c;

create view reports.event_profit as select * from finance.event_profit;
create view reports.client_profit as select * from finance.client_profit;
create view reports.books as select s.currency from finance.settings s;

create view reports.open_invoice as
select i.client_id, i.currency, sum(i.open_minor)::bigint as open_minor
  from finance.invoice i where i.open_minor <> 0 group by 1, 2;

-- Each category with the way down to it.
create view reports.category as
with recursive down (id, name, above) as (
  select c.id, c.name, array[c.id] from catalogue.category c where c.parent_id is null
  union all
  select c.id, d.name || ' · ' || c.name, d.above || c.id from down d join catalogue.category c on c.parent_id = d.id)
select id, name, above from down;

create view reports.product as
select p.id, p.name, p.kind, p.category_id, c.name as category_name, coalesce(c.above, '{}'::uuid[]) as categories, p.hire_price_minor, p.currency
  from catalogue.product p
  left join reports.category c on c.id = p.category_id;

create view reports.kit as select k.id, k.name from catalogue.kit k;
create view reports.kit_piece as select * from catalogue.pieces_of_kits(array(select k.id from catalogue.kit k));
create function reports.pieces_of_kits(kits uuid[]) returns table (kit_id uuid, product_id uuid, quantity numeric) language sql stable as $$
  select * from catalogue.pieces_of_kits(kits)
$$;
create view reports.warehouse as
select l.id, l.name from inventory.location l where l.kind = 'WAREHOUSE' and l.parent_id is null;

-- What was ever bought, what was sold again, and what there is.
create view reports.owned as
select a.product_id, a.currency, count(*) filter (where a.disposed_at is null) as pieces, coalesce(sum(a.purchase_cost_minor), 0)::bigint as bought_minor,
       coalesce(sum(a.disposal_price_minor), 0)::bigint as sold_minor
  from inventory.asset a group by 1, 2;

create view reports.repair as
select j.product_id, (j.reported_at at time zone 'UTC')::date as day, l.currency, sum(l.amount_minor)::bigint as cost_minor
  from maintenance.job j
  join maintenance.cost_line l on l.job_id = j.id
 where j.state <> 'CANCELLED'
 group by 1, 2, 3;

-- What accepted quotes bring for each product, in the company's currency; a kit's price falls to its parts by what they are worth.
create view reports.income as
with part as (
  select k.kit_id, k.product_id, coalesce(k.quantity * p.hire_price_minor / nullif(sum(k.quantity * p.hire_price_minor) over w, 0),
                                          k.quantity / nullif(sum(k.quantity) over w, 0), 0) as share
    from reports.kit_piece k
    join catalogue.product p on p.id = k.product_id
  window w as (partition by k.kit_id)),
won as (
  select v.id, coalesce(v.hire_from, (v.decided_at at time zone 'UTC')::date) as day, q.client_id, q.warehouse_id, v.exchange_rate, q.id as quote_id,
         q.number as quote_number, q.name as quote_name
    from quoting.quote_version v join quoting.quote q on q.id = v.quote_id
   where v.state = 'ACCEPTED')
select w.id as version_id, w.day, w.client_id, w.warehouse_id, coalesce(l.product_id, part.product_id) as product_id,
       a.net_minor * coalesce(part.share, 1) / w.exchange_rate as net_minor, w.quote_id, w.quote_number, w.quote_name, l.id as line_id,
       l.name as line_name, l.quantity
  from won w
  join quoting.accepted_line a on a.version_id = w.id
  join quoting.quote_line l on l.version_id = a.version_id and l.id = a.line_id and l.kind in ('PRODUCT', 'KIT', 'CONSUMABLE')
  left join part on part.kit_id = l.kit_id
 where coalesce(l.product_id, part.product_id) is not null;

create view reports.deal as
select d.id, d.number, d.name, d.client_id, c.name as client_name, d.stage_id, s.name as stage_name, p.name as pipeline_name, p.id as pipeline_id,
       s.position as stage_position, d.state, d.value_minor, d.currency, d.expected_close, d.lost_reason, d.owner_id, u.name as owner_name,
       coalesce(d.probability_percent, s.probability_percent) as chance_percent, d.created_at, d.closed_at
  from crm.deal d
  join crm.stage s on s.id = d.stage_id
  join crm.pipeline p on p.id = d.pipeline_id
  join clients.client c on c.id = d.client_id
  left join identity.user_account u on u.id = d.owner_id;

-- What was promised of stock, with what was when its event closed: that has taken place.
create view reports.booking as
select s.product_id, s.warehouse_id, b.owner_id, b.quantity, b.begins, b.ends
  from availability.booking b
  join availability.stock s on s.id = b.stock_id and s.product_id is not null
  left join planning.event e on e.id = b.owner_id
 where b.standing = 'CONFIRMED' and b.ends is not null
   and (b.known_to is null or (e.phase = 'CLOSED' and b.known_from < e.phase_since and b.known_to >= e.phase_since));

-- What there is of it, from when to when.
create view reports.supply as
select s.product_id, s.warehouse_id, f.begins, f.ends, f.firm as pieces
  from availability.fact f
  join availability.stock s on s.id = f.stock_id and s.product_id is not null
 where f.reason = 'OWNED' and f.known_to is null;

-- What a template's pull lists want.
create view reports.template as select e.id, e.name from planning.event e where e.template;
create view reports.template_line as
select p.event_id, coalesce(l.product_id, a.product_id) as product_id, l.kit_id, l.quantity
  from planning.pull_list p
  join planning.pull_line l on l.list_id = p.id
  join planning.event e on e.id = p.event_id and e.template
  left join inventory.asset a on a.id = l.asset_id
 where l.kind in ('PRODUCT', 'KIT', 'ASSET');

create view reports.person as select u.id, u.name, u.email, u.locale, u.state = 'ACTIVE' as active from identity.user_account u;

create table reports.subscription (
  id             uuid primary key,
  owner_id       uuid not null references identity.user_account,
  report         text not null check (length(report) between 1 and 60),
  name           text not null check (length(name) between 1 and 120),
  -- the filters, as the report's address carries them
  filters        jsonb not null,
  format         text not null check (format in ('PDF', 'XLSX')),
  rhythm         text not null check (rhythm in ('WEEKLY', 'MONTHLY', 'QUARTERLY')),
  -- of the week, 1 is Monday; of the month or of the quarter's first month otherwise
  day            integer not null check (day between 1 and 28),
  hour           integer not null check (hour between 0 and 23),
  next_at        timestamptz,
  stopped_at     timestamptz,
  stopped_reason text check (stopped_reason in ('ASKED', 'PERMISSION_LOST', 'PERSON_GONE')),
  stopped_by     text,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  version        bigint not null default 1,
  constraint subscription_day check (rhythm <> 'WEEKLY' or day <= 7),
  constraint subscription_stopped check (num_nonnulls(stopped_at, stopped_reason, stopped_by) in (0, 3)),
  constraint subscription_runs check ((next_at is null) = (stopped_at is not null))
);
create index subscription_due on reports.subscription (next_at) where next_at is not null;
create index subscription_by_changed on reports.subscription (changed_at, id);
create index subscription_of on reports.subscription (owner_id);

create table reports.recipient (
  subscription_id uuid not null references reports.subscription on delete cascade,
  user_id         uuid not null references identity.user_account,
  primary key (subscription_id, user_id)
);
create index recipient_of on reports.recipient (user_id);

-- Each due report once to each person, written in the transaction in which its e-mail is.
create table reports.delivery (
  id              uuid primary key,
  subscription_id uuid not null references reports.subscription on delete cascade,
  user_id         uuid not null references identity.user_account,
  due_at          timestamptz not null,
  outcome         text not null check (outcome in ('MAILED', 'PERMISSION_LOST', 'PERSON_GONE', 'FAILED')),
  email_id        uuid references mail.message on delete set null,
  made_at         timestamptz not null,
  constraint delivery_once unique (subscription_id, user_id, due_at)
);
create index delivery_by_made on reports.delivery (made_at, id);
create index delivery_email on reports.delivery (email_id) where email_id is not null;

create view reports.subscription_line as
select s.*, u.name as owner_name from reports.subscription s join identity.user_account u on u.id = s.owner_id;
create view reports.delivery_line as
select d.*, u.name as user_name, m.state as email_state
  from reports.delivery d
  join identity.user_account u on u.id = d.user_id
  left join mail.message m on m.id = d.email_id;
