-- Events are found by themselves and by whom, what and where they are for; projects by themselves.
create view insight.event_source as
  select e.id, null::uuid as parent_id, e.name as title,
         concat_ws(' · ', c.name, v.name, to_char(e.from_at at time zone e.time_zone, 'YYYY-MM-DD')) as subtitle, e.number as code,
         concat_ws(' ', e.name, e.number, p.name, c.name, v.name, array_to_string(e.tags, ' ')) as words,
         array[e.number] as codes, e.phase not in ('CLOSED', 'CANCELLED') as active
    from planning.event e
    left join planning.project p on p.id = e.project_id
    left join clients.client c on c.id = e.client_id
    left join venues.venue v on v.id = e.venue_id
   where not e.template;

create view insight.project_source as
  select p.id, null::uuid as parent_id, p.name as title, coalesce(c.name, '') as subtitle, p.number as code,
         concat_ws(' ', p.name, p.number, c.name) as words, array[p.number] as codes, p.archived_at is null as active
    from planning.project p left join clients.client c on c.id = p.client_id;
insert into insight.search_kind values ('event'), ('project');

create trigger search_added after insert on planning.event referencing new table as added
  for each statement execute function insight.rows_added('event');
create trigger search_changed after update on planning.event referencing new table as changed
  for each statement execute function insight.rows_changed('event');
create trigger search_removed after delete on planning.event referencing old table as removed
  for each statement execute function insight.rows_removed('event');

create trigger search_added after insert on planning.project referencing new table as added
  for each statement execute function insight.rows_added('project');
create function insight.projects_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('project', array_agg(id)) from changed having count(*) > 0;
  perform insight.refresh('event', array_agg(e.id))
     from changed n join before b on b.id = n.id join planning.event e on e.project_id = n.id where n.name <> b.name having count(*) > 0;
  return null;
end $$;
create trigger search_changed after update on planning.project referencing old table as before new table as changed
  for each statement execute function insight.projects_changed();
create trigger search_removed after delete on planning.project referencing old table as removed
  for each statement execute function insight.rows_removed('project');

create function insight.clients_renamed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('event', array_agg(e.id))
     from changed n join before b on b.id = n.id join planning.event e on e.client_id = n.id where n.name <> b.name having count(*) > 0;
  perform insight.refresh('project', array_agg(p.id))
     from changed n join before b on b.id = n.id join planning.project p on p.client_id = n.id where n.name <> b.name having count(*) > 0;
  return null;
end $$;
create trigger search_events after update on clients.client referencing old table as before new table as changed
  for each statement execute function insight.clients_renamed();
create function insight.venues_renamed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('event', array_agg(e.id))
     from changed n join before b on b.id = n.id join planning.event e on e.venue_id = n.id where n.name <> b.name having count(*) > 0;
  return null;
end $$;
create trigger search_events after update on venues.venue referencing old table as before new table as changed
  for each statement execute function insight.venues_renamed();

select insight.refresh('event');
select insight.refresh('project');
