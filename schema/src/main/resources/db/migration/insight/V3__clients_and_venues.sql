-- Clients are found by themselves and by who speaks for them, venues by themselves and by their rooms.
create view insight.client_source as
  select c.id, null::uuid as parent_id, c.name as title,
         coalesce((select p.name from clients.contact p where p.client_id = c.id order by p.preferred desc, p.position limit 1), '') as subtitle, c.code,
         concat_ws(' ', c.name, c.code, (select string_agg(p.name, ' ') from clients.contact p where p.client_id = c.id)) as words,
         array[c.code, c.vat_number, c.email] || coalesce((select array_agg(p.email) from clients.contact p where p.client_id = c.id), '{}') as codes,
         c.archived_at is null as active
    from clients.client c;

create view insight.venue_source as
  select v.id, null::uuid as parent_id, v.name as title, concat_ws(', ', v.city, v.country) as subtitle, null::text as code,
         concat_ws(' ', v.name, v.city, (select string_agg(r.name, ' ') from venues.room r where r.venue_id = v.id)) as words,
         '{}'::text[] as codes, v.archived_at is null as active
    from venues.venue v;
insert into insight.search_kind values ('client'), ('venue');

create trigger search_added after insert on clients.client referencing new table as added
  for each statement execute function insight.rows_added('client');
create trigger search_changed after update on clients.client referencing new table as changed
  for each statement execute function insight.rows_changed('client');
create trigger search_removed after delete on clients.client referencing old table as removed
  for each statement execute function insight.rows_removed('client');
create function insight.contacts_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('client', array_agg(distinct c.id)) from changed p join clients.client c on c.id = p.client_id having count(*) > 0;
  return null;
end $$;
create trigger search_added after insert on clients.contact referencing new table as changed
  for each statement execute function insight.contacts_changed();
create trigger search_changed after update on clients.contact referencing new table as changed
  for each statement execute function insight.contacts_changed();
create trigger search_removed after delete on clients.contact referencing old table as changed
  for each statement execute function insight.contacts_changed();

create trigger search_added after insert on venues.venue referencing new table as added
  for each statement execute function insight.rows_added('venue');
create trigger search_changed after update on venues.venue referencing new table as changed
  for each statement execute function insight.rows_changed('venue');
create trigger search_removed after delete on venues.venue referencing old table as removed
  for each statement execute function insight.rows_removed('venue');
create function insight.rooms_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('venue', array_agg(distinct v.id)) from changed r join venues.venue v on v.id = r.venue_id having count(*) > 0;
  return null;
end $$;
create trigger search_added after insert on venues.room referencing new table as changed
  for each statement execute function insight.rooms_changed();
create trigger search_changed after update on venues.room referencing new table as changed
  for each statement execute function insight.rooms_changed();
create trigger search_removed after delete on venues.room referencing old table as changed
  for each statement execute function insight.rooms_changed();

select insight.refresh('client');
select insight.refresh('venue');
