-- From the first enquiry to the won deal: pipelines with the company's own stages, deals, and what was said and agreed with a client.

create table crm.numbering (
  only_one  boolean primary key default true check (only_one),
  next_deal bigint not null default 1 check (next_deal > 0)
);
insert into crm.numbering default values;

create table crm.pipeline (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 100),
  standard    boolean not null default false,
  archived_at timestamptz,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  version     bigint not null default 1,
  constraint pipeline_standard_in_use check (not standard or archived_at is null)
);
create unique index pipeline_name_taken on crm.pipeline (lower(name));
create unique index pipeline_one_standard on crm.pipeline (standard) where standard;

create table crm.stage (
  id                  uuid primary key,
  pipeline_id         uuid not null references crm.pipeline on delete cascade,
  position            integer not null check (position >= 0),
  name                text not null check (length(name) between 1 and 60),
  -- what it means to every rule, whatever the company calls it
  state               text not null check (state in ('OPEN', 'WON', 'LOST')),
  probability_percent integer not null check (probability_percent between 0 and 100),
  -- deals come here when a quote of theirs is sent
  quote_sent          boolean not null default false,
  constraint stage_quote_sent check (not quote_sent or state = 'OPEN'),
  constraint stage_position unique (pipeline_id, position) deferrable initially deferred,
  constraint stage_of_pipeline unique (id, pipeline_id),
  constraint stage_in_state unique (id, state),
  constraint stage_probability check (case state when 'WON' then probability_percent = 100
                                                 when 'LOST' then probability_percent = 0 else true end)
);

create unique index stage_one_quote_sent on crm.stage (pipeline_id) where quote_sent;

with made as (
  insert into crm.pipeline (id, name, standard, created_at, changed_at)
  values (gen_random_uuid(), 'Sales', true, now(), now()) returning id)
insert into crm.stage (id, pipeline_id, position, name, state, probability_percent, quote_sent)
select gen_random_uuid(), made.id, s.position, s.name, s.state, s.percent, s.name = 'Proposal sent'
  from made, (values (0, 'Lead', 'OPEN', 10), (1, 'Qualified', 'OPEN', 25), (2, 'Proposal sent', 'OPEN', 50),
                     (3, 'Negotiation', 'OPEN', 75), (4, 'Won', 'WON', 100), (5, 'Lost', 'LOST', 0)) s (position, name, state, percent);

create table crm.deal (
  id                  uuid primary key,
  number              text not null constraint deal_number_taken unique check (length(number) between 1 and 50),
  name                text not null check (length(name) between 1 and 200),
  client_id           uuid not null references clients.client,
  contact_id          uuid references clients.contact,
  pipeline_id         uuid not null references crm.pipeline,
  stage_id            uuid not null,
  state               text not null check (state in ('OPEN', 'WON', 'LOST')),
  stage_since         timestamptz not null,
  value_minor         bigint check (value_minor between 0 and 1000000000000),
  currency            text check (currency ~ '^[A-Z]{3}$'),
  -- empty: as its stage says
  probability_percent integer check (probability_percent between 0 and 100),
  expected_close      date,
  event_from          date,
  event_to            date,
  venue_id            uuid references venues.venue,
  event_id            uuid references planning.event on delete set null,
  owner_id            uuid references identity.user_account,
  competitor          text check (length(competitor) between 1 and 200),
  lost_reason         text check (length(lost_reason) between 1 and 1000),
  notes               text check (length(notes) between 1 and 10000),
  closed_at           timestamptz,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  version             bigint not null default 1,
  constraint deal_value check ((value_minor is null) = (currency is null)),
  constraint deal_days check (event_to is null or (event_from is not null and event_from <= event_to)),
  constraint stage_of_deal foreign key (stage_id, pipeline_id) references crm.stage (id, pipeline_id),
  constraint state_of_deal foreign key (stage_id, state) references crm.stage (id, state),
  constraint deal_closed check (case state when 'OPEN' then num_nonnulls(closed_at, lost_reason) = 0
                                           when 'WON' then closed_at is not null and lost_reason is null
                                           else num_nonnulls(closed_at, lost_reason) = 2 end)
);
create index deal_by_name on crm.deal (lower(name), id);
create index deal_by_changed on crm.deal (changed_at, id);
create index deal_by_close on crm.deal (expected_close, id);
create index deal_of_client on crm.deal (client_id);
create index deal_of_contact on crm.deal (contact_id) where contact_id is not null;
create index deal_in_stage on crm.deal (stage_id, expected_close);
create index deal_of_event on crm.deal (event_id) where event_id is not null;
create index deal_of_venue on crm.deal (venue_id) where venue_id is not null;
create index deal_of_owner on crm.deal (owner_id) where owner_id is not null;
create index deal_closed_at on crm.deal (closed_at) where closed_at is not null;

create table crm.activity (
  id              uuid primary key,
  client_id       uuid not null references clients.client,
  deal_id         uuid references crm.deal,
  contact_id      uuid references clients.contact,
  kind            text not null check (kind in ('CALL', 'EMAIL', 'MEETING', 'TASK', 'NOTE')),
  subject         text not null check (length(subject) between 1 and 200),
  text            text check (length(text) between 1 and 10000),
  -- when it was or will be; of a task until when
  at              timestamptz not null,
  remind_at       timestamptz,
  reminded_at     timestamptz,
  done_at         timestamptz,
  assignee_id     uuid references identity.user_account,
  -- what was written from here
  email_id        uuid references mail.message on delete set null,
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint activity_done check (done_at is null or kind = 'TASK'),
  constraint activity_reminder check (remind_at is null or assignee_id is not null)
);
create index activity_of_client on crm.activity (client_id, at);
create index activity_of_deal on crm.activity (deal_id, at) where deal_id is not null;
create index activity_of_contact on crm.activity (contact_id) where contact_id is not null;
create index activity_by_at on crm.activity (at, id);
create index activity_by_changed on crm.activity (changed_at, id);
create index activity_of_email on crm.activity (email_id) where email_id is not null;
create index activity_open on crm.activity (assignee_id, at) where kind = 'TASK' and done_at is null;
create index activity_to_remind on crm.activity (remind_at) where remind_at is not null and reminded_at is null and done_at is null;

-- What this room shows of others; read only.
create view crm.client_seen as select c.id, c.name, c.archived_at is not null as archived from clients.client c;
create view crm.contact_seen as select c.id, c.client_id, c.name from clients.contact c;
create view crm.venue_seen as select v.id, v.name from venues.venue v;
create view crm.event_seen as select e.id, e.number, e.name from planning.event e where not e.template;
create view crm.person_seen as select u.id, u.name, u.email from identity.user_account u;

create view crm.deal_line as
select d.*, coalesce(d.probability_percent, s.probability_percent) as chance_percent, s.name as stage_name, s.position as stage_position,
       p.name as pipeline_name, c.name as client_name, k.name as contact_name, v.name as venue_name, e.number as event_number, e.name as event_name,
       u.name as owner_name,
       -- each deal is rounded by itself, half up, so that months add up to the board
       round(d.value_minor::numeric * coalesce(d.probability_percent, s.probability_percent) / 100)::bigint as weighted_minor
  from crm.deal d
  join crm.stage s on s.id = d.stage_id
  join crm.pipeline p on p.id = d.pipeline_id
  join clients.client c on c.id = d.client_id
  left join clients.contact k on k.id = d.contact_id
  left join venues.venue v on v.id = d.venue_id
  left join planning.event e on e.id = d.event_id
  left join identity.user_account u on u.id = d.owner_id;

create view crm.activity_line as
select a.*, c.name as client_name, d.number as deal_number, d.name as deal_name, k.name as contact_name, u.name as assignee_name,
       m.state as email_state
  from crm.activity a
  join clients.client c on c.id = a.client_id
  left join crm.deal d on d.id = a.deal_id
  left join clients.contact k on k.id = a.contact_id
  left join identity.user_account u on u.id = a.assignee_id
  left join mail.message m on m.id = a.email_id;
