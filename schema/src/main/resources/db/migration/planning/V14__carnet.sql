-- What pull lists come to, piece by piece: kits down to their products, cases with what is in them. Totals and carnets count by it.
create function planning.piece_of(lists uuid[])
returns table (group_id uuid, product_id uuid, asset_id uuid, case_id uuid, n numeric) language sql stable as $$
  with recursive
  line as materialized (select l.* from unnest(lists) as w (id) join planning.pull_line l on l.list_id = w.id),
  kit_part (root, product_id, n) as (
    select * from planning.pieces_of_kits(array(select kit_id from line where kit_id is not null))),
  case_in (line_id, group_id, id) as (
    select id, group_id, case_id from line where case_id is not null
    union
    select i.line_id, i.group_id, c.id from case_in i join planning.case_seen c on c.parent_id = i.id)
  select group_id, product_id, null::uuid, null::uuid, quantity::numeric from line where product_id is not null
  union all
  select l.group_id, k.product_id, null, null, l.quantity * k.n
    from line l join kit_part k on k.root = l.kit_id
  union all
  select l.group_id, a.product_id, a.id, null, 1 from line l join planning.asset_seen a on a.id = l.asset_id
  union all
  select i.group_id, a.product_id, a.id, i.id, 1
    from case_in i join planning.packed_asset_seen x on x.case_id = i.id join planning.asset_seen a on a.id = x.asset_id
  union all
  select i.group_id, s.product_id, null, i.id, s.quantity from case_in i join planning.packed_stock_seen s on s.case_id = i.id
$$;

-- The cases on pull lists, with those inside them. Outermost: on the list itself.
create function planning.box_of(lists uuid[])
returns table (group_id uuid, case_id uuid, outermost boolean) language sql stable as $$
  with recursive case_in (list_id, group_id, id, outermost) as (
    select l.list_id, l.group_id, l.case_id, true
      from unnest(lists) as w (id) join planning.pull_line l on l.list_id = w.id where l.case_id is not null
    union
    select i.list_id, i.group_id, c.id, false from case_in i join planning.case_seen c on c.parent_id = i.id)
  select group_id, id, outermost from case_in
$$;

-- What customs ask of goods.
create view planning.product_goods_seen as
select p.id, p.kind, p.name, p.manufacturer, p.model, p.weight_grams, p.replacement_value_minor, p.currency, p.country_of_origin
  from catalogue.product p;
create view planning.asset_goods_seen as
select a.id, a.product_id, a.number, a.serial, a.out_for, a.insurance_value_minor, a.currency from inventory.asset a;
create view planning.case_goods_seen as
select c.id, c.number, c.name, c.tare_weight_grams, p.manufacturer, p.model, p.replacement_value_minor, p.currency, p.country_of_origin
  from cases.flight_case c left join catalogue.product p on p.id = c.product_id;
