-- Quotes are found by their number and name.
create view insight.quote_source as
  select q.id, null::uuid as parent_id, q.name as title, coalesce(q.number, '') as subtitle, q.number as code,
         concat_ws(' ', q.number, q.name) as words, array_remove(array[q.number], null) as codes, not q.template as active
    from quoting.quote q;
insert into insight.search_kind values ('quote');

create trigger search_added after insert on quoting.quote referencing new table as added
  for each statement execute function insight.rows_added('quote');
create trigger search_changed after update on quoting.quote referencing new table as changed
  for each statement execute function insight.rows_changed('quote');
create trigger search_removed after delete on quoting.quote referencing old table as removed
  for each statement execute function insight.rows_removed('quote');
