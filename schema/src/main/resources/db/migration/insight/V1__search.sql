-- One index over everything that people look for. Triggers keep it, so that imports, restores and hand-written SQL are found as well.
--
-- What has words of its own (products, kits, locations, people) is found by them; an asset is found by its codes and through the words of its
-- product, so that a hundred thousand assets of one product are one entry of words.
create table insight.search_entry (
  kind      text not null,
  id        uuid not null,
  parent_id uuid,
  title     text not null,
  subtitle  text not null default '',
  code      text,
  words     tsvector,
  active    boolean not null default true,
  primary key (kind, id)
);
create index search_entry_words on insight.search_entry using gin (words) where words is not null;
create index search_entry_parent on insight.search_entry (parent_id, title, id) where parent_id is not null;

-- Numbers, barcodes, serials: lower case, without punctuation, compared byte by byte so that a prefix is a range.
create table insight.search_code (
  code  text collate "C" not null,
  kind  text not null,
  id    uuid not null,
  shown text not null,
  primary key (kind, code, id)
);
create index search_code_of on insight.search_code (id);

-- Every word there is, and what is left of it when one letter is missing: two words that differ by one mistake share such a rest.
create table insight.search_word (
  word text collate "C" primary key
);
create index search_word_similar on insight.search_word using gin (word core.gin_trgm_ops);
create table insight.search_typo (
  rest text collate "C" not null,
  word text collate "C" not null,
  primary key (rest, word)
);

create function insight.folded(raw text) returns text language sql immutable parallel safe strict as $$
  select lower(core.unaccent('core.unaccent'::regdictionary, raw))
$$;

create function insight.code(raw text) returns text language sql immutable parallel safe strict as $$
  select left(lower(translate(raw, E' -_./\\:;,#()[]{}+*\'"|&%$@!?=<>~^\t', '')), 200)
$$;

-- Folded words; German umlauts also as people write them without the keys.
create function insight.words(raw text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct left(word, 60)), '{}')
    from regexp_split_to_table(
           insight.folded(raw)
             || case when lower(raw) ~ '[äöü]'
                  then ' ' || insight.folded(replace(replace(replace(lower(raw), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) else '' end,
           '[^[:alnum:]]+') word
   where word <> ''
$$;

create function insight.learn(new_words text[]) returns void language plpgsql as $$
begin
  with added as (
    insert into insight.search_word (word)
    select distinct w from unnest(new_words) w where length(w) between 2 and 40 order by w
    on conflict do nothing
    returning word)
  insert into insight.search_typo (rest, word)
  select distinct left(word, i - 1) || substr(word, i + 1), word
    from added, generate_series(1, length(word)) i
   where length(word) between 4 and 20
   union
  select word, word from added where length(word) between 3 and 20
  on conflict do nothing;
end $$;

-- What each kind is found by: (id, parent_id, title, subtitle, code, words, codes, active).
create view insight.product_source as
  select p.id, null::uuid as parent_id, p.name as title, coalesce(c.name, '') as subtitle, p.number_prefix as code,
         concat_ws(' ', p.name, p.manufacturer, p.model, c.name, u.name) as words,
         array[p.number_prefix, nullif(p.model, ''), nullif(p.manufacturer || p.model, '')]
           || coalesce((select array_agg(b.code) from catalogue.product_barcode b where b.product_id = p.id), '{}') as codes,
         p.archived_at is null as active
    from catalogue.product p
    left join catalogue.category c on c.id = p.category_id
    left join catalogue.category u on u.id = c.parent_id;

create view insight.kit_source as
  select k.id, null::uuid as parent_id, k.name as title, coalesce(k.description, '') as subtitle, k.code,
         concat_ws(' ', k.name, k.code) as words, array[k.code] as codes, k.archived_at is null as active
    from catalogue.kit k;

create view insight.location_source as
  select l.id, null::uuid as parent_id, l.name as title, coalesce(above.names, '') as subtitle, l.code,
         concat_ws(' ', l.name, l.code, above.names) as words, array[l.code] as codes, l.archived_at is null as active
    from inventory.location l
    left join lateral (
      select string_agg(p.name, ' › ' order by step.position) as names
        from unnest(l.path) with ordinality step (id, position) join inventory.location p on p.id = step.id
       where p.id <> l.id) above on true;

create view insight.asset_source as
  select a.id, a.product_id as parent_id, a.number as title, coalesce(a.serial, '') as subtitle, a.number as code, null::text as words,
         array[a.number, a.serial] || coalesce((select array_agg(s.shown) from inventory.asset_alias s where s.asset_id = a.id), '{}') as codes,
         a.disposed_at is null as active
    from inventory.asset a;

create view insight.case_source as
  select f.id, null::uuid as parent_id, f.name as title, coalesce(p.name, '') as subtitle, f.number as code,
         concat_ws(' ', f.name, f.number, p.name) as words,
         array[f.number] || coalesce((select array_agg(s.code) from cases.case_alias s where s.case_id = f.id), '{}') as codes,
         f.status <> 'RETIRED' as active
    from cases.flight_case f left join catalogue.product p on p.id = f.product_id;

create view insight.user_source as
  select u.id, null::uuid as parent_id, u.name as title, u.email as subtitle, null::text as code,
         concat_ws(' ', u.name, u.email) as words, array[u.email] as codes, u.state = 'ACTIVE' as active
    from identity.user_account u;

-- Brings these entries to what the tables say now; all of the kind where no ids are given.
create function insight.refresh(of_kind text, ids uuid[] default null) returns void language plpgsql as $$
declare
  source text := replace(of_kind, '-', '_') || '_source';
  chosen text := case when ids is null then '' else 'where s.id = any($1)' end;
  found text[];
begin
  if ids is null then
    delete from insight.search_entry where kind = of_kind;
    delete from insight.search_code where kind = of_kind;
  else
    delete from insight.search_entry where kind = of_kind and id = any(ids);
    delete from insight.search_code where kind = of_kind and id = any(ids);
  end if;
  execute format(
    'insert into insight.search_entry (kind, id, parent_id, title, subtitle, code, words, active)
     select %L, s.id, s.parent_id, s.title, s.subtitle, s.code,
            case when s.words is not null then array_to_tsvector(insight.words(s.words)) end, s.active
       from insight.%I s %s', of_kind, source, chosen) using ids;
  execute format(
    'insert into insight.search_code (code, kind, id, shown)
     select distinct on (1, 3) insight.code(c), %L, s.id, c from insight.%I s, unnest(s.codes) c
      %s %s insight.code(c) <> '''' order by 1, 3, 4', of_kind, source, chosen, case when ids is null then 'where' else 'and' end) using ids;
  if ids is null then
    select array_agg(distinct w) into found
      from insight.search_entry e, unnest(tsvector_to_array(e.words)) w where e.kind = of_kind and e.words is not null;
  else
    select array_agg(distinct w) into found
      from insight.search_entry e, unnest(tsvector_to_array(e.words)) w
     where e.kind = of_kind and e.id = any(ids) and e.words is not null;
  end if;
  if found is not null then perform insight.learn(found); end if;
end $$;

create function insight.forget(of_kind text, ids uuid[]) returns void language sql as $$
  delete from insight.search_entry where kind = of_kind and id = any(ids);
  delete from insight.search_code where kind = of_kind and id = any(ids);
$$;

-- A table whose rows are entries of their own: created, changed or removed. The argument is the kind.
create function insight.rows_added() returns trigger language plpgsql as $$
begin
  perform insight.refresh(tg_argv[0], array_agg(id)) from added having count(*) > 0;
  return null;
end $$;
create function insight.rows_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh(tg_argv[0], array_agg(id)) from changed having count(*) > 0;
  return null;
end $$;
create function insight.rows_removed() returns trigger language plpgsql as $$
begin
  perform insight.forget(tg_argv[0], array_agg(id)) from removed having count(*) > 0;
  return null;
end $$;

create trigger search_added after insert on catalogue.product referencing new table as added
  for each statement execute function insight.rows_added('product');
create trigger search_changed after update on catalogue.product referencing new table as changed
  for each statement execute function insight.rows_changed('product');
create trigger search_removed after delete on catalogue.product referencing old table as removed
  for each statement execute function insight.rows_removed('product');

create function insight.product_barcodes_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('product', array_agg(distinct p.id)) from changed c join catalogue.product p on p.id = c.product_id having count(*) > 0;
  return null;
end $$;
create trigger search_added after insert on catalogue.product_barcode referencing new table as changed
  for each statement execute function insight.product_barcodes_changed();
create trigger search_removed after delete on catalogue.product_barcode referencing old table as changed
  for each statement execute function insight.product_barcodes_changed();

create trigger search_added after insert on catalogue.kit referencing new table as added
  for each statement execute function insight.rows_added('kit');
create trigger search_changed after update on catalogue.kit referencing new table as changed
  for each statement execute function insight.rows_changed('kit');
create trigger search_removed after delete on catalogue.kit referencing old table as removed
  for each statement execute function insight.rows_removed('kit');

create function insight.categories_renamed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('product', array_agg(p.id))
     from catalogue.product p
    where p.category_id in (
      select c.id from catalogue.category c, changed n, before b
       where n.id = b.id and (n.name <> b.name or n.parent_id is distinct from b.parent_id) and (c.id = n.id or c.parent_id = n.id))
   having count(*) > 0;
  return null;
end $$;
create trigger search_changed after update on catalogue.category referencing old table as before new table as changed
  for each statement execute function insight.categories_renamed();

create trigger search_added after insert on inventory.location referencing new table as added
  for each statement execute function insight.rows_added('location');
create trigger search_removed after delete on inventory.location referencing old table as removed
  for each statement execute function insight.rows_removed('location');
create function insight.locations_changed() returns trigger language plpgsql as $$
declare
  moved uuid[];
begin
  select array_agg(n.id) into moved from changed n join before b on b.id = n.id
   where (n.name, n.code, n.path, n.archived_at is null) is distinct from (b.name, b.code, b.path, b.archived_at is null);
  if moved is not null then
    perform insight.refresh('location', array_agg(l.id)) from inventory.location l where l.path && moved having count(*) > 0;
  end if;
  return null;
end $$;
create trigger search_changed after update on inventory.location referencing old table as before new table as changed
  for each statement execute function insight.locations_changed();

-- Assets come by the hundred thousand and change their state all day: only what is looked for is written again.
create function insight.assets_added() returns trigger language plpgsql as $$
begin
  insert into insight.search_entry (kind, id, parent_id, title, subtitle, code, active)
  select 'asset', a.id, a.product_id, a.number, coalesce(a.serial, ''), a.number, a.disposed_at is null from added a;
  insert into insight.search_code (code, kind, id, shown)
  select insight.code(c.shown), 'asset', a.id, c.shown from added a, lateral (values (a.number), (a.serial)) c (shown)
   where insight.code(c.shown) <> ''
  on conflict do nothing;
  return null;
end $$;
create trigger search_added after insert on inventory.asset referencing new table as added
  for each statement execute function insight.assets_added();
-- Old and new rows are joined in full, which is never done by a loop in a loop: the plan is kept, and was made for however few rows came first.
create function insight.assets_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('asset', array_agg(n.id)) from changed n full join before b on b.id = n.id
    where (n.number, n.serial, n.product_id, n.disposed_at is null) is distinct from (b.number, b.serial, b.product_id, b.disposed_at is null)
   having count(*) > 0;
  return null;
end $$;
create trigger search_changed after update on inventory.asset referencing old table as before new table as changed
  for each statement execute function insight.assets_changed();
create trigger search_removed after delete on inventory.asset referencing old table as removed
  for each statement execute function insight.rows_removed('asset');

create function insight.asset_aliases_added() returns trigger language plpgsql as $$
begin
  insert into insight.search_code (code, kind, id, shown)
  select insight.code(a.shown), 'asset', a.asset_id, a.shown from added a where insight.code(a.shown) <> ''
  on conflict do nothing;
  return null;
end $$;
create trigger search_added after insert on inventory.asset_alias referencing new table as added
  for each statement execute function insight.asset_aliases_added();
create function insight.asset_aliases_removed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('asset', array_agg(distinct r.asset_id)) from removed r join inventory.asset a on a.id = r.asset_id having count(*) > 0;
  return null;
end $$;
create trigger search_removed after delete on inventory.asset_alias referencing old table as removed
  for each statement execute function insight.asset_aliases_removed();
create trigger search_changed after update on inventory.asset_alias referencing old table as removed
  for each statement execute function insight.asset_aliases_removed();

create function insight.cases_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('case', array_agg(n.id)) from changed n join before b on b.id = n.id
    where (n.number, n.name, n.product_id, n.status = 'RETIRED') is distinct from (b.number, b.name, b.product_id, b.status = 'RETIRED')
   having count(*) > 0;
  return null;
end $$;
create trigger search_added after insert on cases.flight_case referencing new table as added
  for each statement execute function insight.rows_added('case');
create trigger search_changed after update on cases.flight_case referencing old table as before new table as changed
  for each statement execute function insight.cases_changed();
create trigger search_removed after delete on cases.flight_case referencing old table as removed
  for each statement execute function insight.rows_removed('case');
create function insight.case_aliases_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('case', array_agg(distinct f.id)) from changed c join cases.flight_case f on f.id = c.case_id having count(*) > 0;
  return null;
end $$;
create trigger search_added after insert on cases.case_alias referencing new table as changed
  for each statement execute function insight.case_aliases_changed();
create trigger search_removed after delete on cases.case_alias referencing old table as changed
  for each statement execute function insight.case_aliases_changed();

create function insight.users_changed() returns trigger language plpgsql as $$
begin
  perform insight.refresh('user', array_agg(n.id)) from changed n join before b on b.id = n.id
    where (n.name, n.email, n.state) is distinct from (b.name, b.email, b.state)
   having count(*) > 0;
  return null;
end $$;
create trigger search_added after insert on identity.user_account referencing new table as added
  for each statement execute function insight.rows_added('user');
create trigger search_changed after update on identity.user_account referencing old table as before new table as changed
  for each statement execute function insight.users_changed();
create trigger search_removed after delete on identity.user_account referencing old table as removed
  for each statement execute function insight.rows_removed('user');

-- The kinds that have a source, for rebuilding: a later migration adds its own.
create table insight.search_kind (
  kind text primary key
);
insert into insight.search_kind values ('product'), ('kit'), ('location'), ('asset'), ('case'), ('user');

create function insight.rebuild_search() returns void language plpgsql as $$
begin
  truncate insight.search_entry, insight.search_code, insight.search_word, insight.search_typo;
  perform insight.refresh(kind) from insight.search_kind order by kind;
end $$;

select insight.rebuild_search();
