-- Deals are found by their number and name.
create view insight.deal_source as
  select d.id, null::uuid as parent_id, d.name as title, d.number as subtitle, d.number as code,
         concat_ws(' ', d.number, d.name) as words, array[d.number] as codes, d.state = 'OPEN' as active
    from crm.deal d;
insert into insight.search_kind values ('deal');

create trigger search_added after insert on crm.deal referencing new table as added
  for each statement execute function insight.rows_added('deal');
create trigger search_changed after update on crm.deal referencing new table as changed
  for each statement execute function insight.rows_changed('deal');
create trigger search_removed after delete on crm.deal referencing old table as removed
  for each statement execute function insight.rows_removed('deal');
