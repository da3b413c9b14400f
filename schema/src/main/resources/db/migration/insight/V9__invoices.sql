-- Invoices are found by their number and title.
create view insight.invoice_source as
  select i.id, null::uuid as parent_id, i.title, coalesce(i.number, '') as subtitle, i.number as code,
         concat_ws(' ', i.number, i.title) as words, array_remove(array[i.number], null) as codes, i.state <> 'CREDITED' as active
    from finance.invoice i;
insert into insight.search_kind values ('invoice');

create trigger search_added after insert on finance.invoice referencing new table as added
  for each statement execute function insight.rows_added('invoice');
create trigger search_changed after update on finance.invoice referencing new table as changed
  for each statement execute function insight.rows_changed('invoice');
create trigger search_removed after delete on finance.invoice referencing old table as removed
  for each statement execute function insight.rows_removed('invoice');
