-- Repairs are found like everything else; and what the first page says, each part a view that one permission opens.
create view insight.maintenance_job_source as
  select j.id, null::uuid as parent_id, left(j.description, 200) as title, p.name as subtitle, j.number as code,
         concat_ws(' ', j.number, j.description, p.name, a.number) as words, array[j.number] as codes,
         j.state in ('REPORTED', 'IN_REPAIR', 'REPAIRED') as active
    from maintenance.job j
    join catalogue.product p on p.id = j.product_id
    left join inventory.asset a on a.id = j.asset_id;
insert into insight.search_kind values ('maintenance-job');
create trigger search_added after insert on maintenance.job referencing new table as added
  for each statement execute function insight.rows_added('maintenance-job');
create trigger search_changed after update on maintenance.job referencing new table as changed
  for each statement execute function insight.rows_changed('maintenance-job');
create trigger search_removed after delete on maintenance.job referencing old table as removed
  for each statement execute function insight.rows_removed('maintenance-job');
select insight.refresh('maintenance-job');

create view insight.assets_by_status as
  select status, count(*) as assets from inventory.asset group by status;

create view insight.unfit_asset as
  select a.id from inventory.asset a where a.status in ('DAMAGED', 'IN_REPAIR', 'LOST')
  union
  select a.id from inventory.asset a where a.quarantined_at is not null and a.disposed_at is null
  union
  select a.id from inventory.asset a join inventory.condition c on c.name = a.condition
   where a.condition <> 'GOOD' and not c.usable and a.disposed_at is null
  union
  select d.asset_id from maintenance.due d join maintenance.plan n on n.id = d.plan_id
   where n.blocks_dispatch and n.archived_at is null and (d.due_on < current_date or d.last_result = 'FAIL');

-- One row for each sort of thing that there are some of.
create view insight.amount as
  select 'asset' as kind, count(*) as total from inventory.asset where disposed_at is null
  union all select 'product', count(*) from catalogue.product where archived_at is null
  union all select 'case', count(*) from cases.flight_case where status <> 'RETIRED'
  union all select 'kit', count(*) from catalogue.kit where archived_at is null
  union all select 'location', count(*) from inventory.location where archived_at is null;

-- What somebody should look at.
create view insight.attention as
  select 'inspections-overdue' as kind, count(*) as total
    from maintenance.due d join maintenance.plan n on n.id = d.plan_id where d.due_on < current_date and n.archived_at is null
  union all
  select 'inspections-due', count(*)
    from maintenance.due d join maintenance.plan n on n.id = d.plan_id
   where d.due_on >= current_date and d.due_on < current_date + n.lead_days and n.archived_at is null
  union all
  select 'open-repairs', count(*) from maintenance.job where state in ('REPORTED', 'IN_REPAIR', 'REPAIRED')
  union all
  select 'low-stock', count(*) from stock.reorder r join catalogue.product p on p.id = r.product_id
   where r.low_since is not null and p.archived_at is null
  union all
  select 'in-transit', count(*) from transfers.transfer where state = 'IN_TRANSIT'
  union all
  select 'damaged', count(*) from inventory.asset where status = 'DAMAGED'
  union all
  select 'lost', count(*) from inventory.asset where status = 'LOST'
  union all
  select 'quarantined', count(*) from inventory.asset where quarantined_at is not null and disposed_at is null;
