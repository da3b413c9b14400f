-- Who asked for something, before anybody knows what may become of it.

alter table crm.numbering add column next_lead bigint not null default 1 check (next_lead > 0);

create table crm.lead (
  id              uuid primary key,
  number          text not null constraint lead_number_taken unique check (length(number) between 1 and 50),
  state           text not null check (state in ('NEW', 'QUALIFIED', 'CONVERTED', 'DISCARDED')),
  source          text not null check (source in ('FORM', 'PHONE', 'EMAIL', 'REFERRAL', 'FAIR', 'OTHER')),
  name            text not null check (length(name) between 1 and 200),
  company         text check (length(company) between 1 and 200),
  email           text check (length(email) between 3 and 254),
  phone           text check (length(phone) between 1 and 50),
  message         text check (length(message) between 1 and 10000),
  event_from      date,
  event_to        date,
  venue           text check (length(venue) between 1 and 300),
  language        text not null check (language in ('en', 'de')),
  owner_id        uuid references identity.user_account,
  discard_reason  text check (length(discard_reason) between 1 and 1000),
  client_id       uuid references clients.client,
  deal_id         uuid references crm.deal,
  closed_at       timestamptz,
  created_at      timestamptz not null,
  created_by_name text not null,
  changed_at      timestamptz not null,
  version         bigint not null default 1,
  constraint lead_days check (event_to is null or (event_from is not null and event_from <= event_to)),
  constraint lead_reached check (email is not null or phone is not null),
  constraint lead_state check (case state when 'CONVERTED' then num_nonnulls(client_id, deal_id, closed_at) = 3 and discard_reason is null
                                          when 'DISCARDED' then num_nonnulls(discard_reason, closed_at) = 2 and num_nonnulls(client_id, deal_id) = 0
                                          else num_nonnulls(client_id, deal_id, closed_at, discard_reason) = 0 end)
);
create index lead_by_created on crm.lead (created_at, id);
create index lead_by_changed on crm.lead (changed_at, id);
create index lead_by_name on crm.lead (lower(name), id);
create index lead_by_email on crm.lead (lower(email)) where email is not null;
create index lead_by_phone on crm.lead (phone) where phone is not null;
create index lead_open on crm.lead (created_at) where state in ('NEW', 'QUALIFIED');
create index lead_of_client on crm.lead (client_id) where client_id is not null;
create index lead_of_deal on crm.lead (deal_id) where deal_id is not null;
create index lead_of_owner on crm.lead (owner_id) where owner_id is not null;

-- The form that anybody may fill in.
create table crm.lead_form (
  only_one  boolean primary key default true check (only_one),
  open      boolean not null default false,
  intro_en  text check (length(intro_en) between 1 and 2000),
  intro_de  text check (length(intro_de) between 1 and 2000),
  thanks_en text check (length(thanks_en) between 1 and 2000),
  thanks_de text check (length(thanks_de) between 1 and 2000),
  -- signs the tasks that a browser works out before it may send
  secret    uuid not null default gen_random_uuid(),
  version   bigint not null default 1
);
insert into crm.lead_form default values;

-- Tasks that were worked out, each good for one enquiry, and where from; kept for a day.
create table crm.lead_sent (
  task    text primary key,
  address text not null,
  at      timestamptz not null
);
create index lead_sent_from on crm.lead_sent (address, at);
create index lead_sent_at on crm.lead_sent (at);

create view crm.lead_line as
select l.*, u.name as owner_name, c.name as client_name, d.number as deal_number, d.name as deal_name
  from crm.lead l
  left join identity.user_account u on u.id = l.owner_id
  left join clients.client c on c.id = l.client_id
  left join crm.deal d on d.id = l.deal_id;
