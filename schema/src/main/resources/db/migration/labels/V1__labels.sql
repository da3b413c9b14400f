-- What labels look like, and labels printed ahead of the things they will stand on.
create table labels.label_format (
  id           uuid primary key,
  name         text not null check (length(name) between 1 and 100),
  -- a sheet sold under a number, or a geometry of the company's own in millimetres
  named_sheet  text,
  geometry     jsonb,
  outlined     boolean not null default false,
  output       text not null check (output in ('PDF', 'ZPL')),
  dpi          integer check (dpi in (203, 300, 600)),
  show_product boolean not null default true,
  show_company boolean not null default true,
  show_detail  boolean not null default true,
  show_logo    boolean not null default false,
  version      bigint not null default 1,
  created_at   timestamptz not null,
  check (num_nonnulls(named_sheet, geometry) = 1),
  check ((output = 'ZPL') = (dpi is not null))
);
create unique index label_format_name_taken on labels.label_format (lower(name));

insert into labels.label_format (id, name, named_sheet, output, dpi, created_at)
values ('0198c000-0000-7000-8000-000000000001', 'A4 sheet, 3 × 8', 'A4_3X8', 'PDF', null, now()),
       ('0198c000-0000-7000-8000-000000000002', 'A4 sheet, 4 × 10', 'A4_4X10', 'PDF', null, now()),
       ('0198c000-0000-7000-8000-000000000003', 'A4 sheet, 3 × 7 (L7160)', 'A4_3X7', 'PDF', null, now()),
       ('0198c000-0000-7000-8000-000000000004', 'US Letter sheet, 3 × 10 (5160)', 'LETTER_3X10', 'PDF', null, now()),
       ('0198c000-0000-7000-8000-000000000005', 'Roll, 62 × 29 mm', 'ROLL_62X29', 'PDF', null, now()),
       ('0198c000-0000-7000-8000-000000000006', 'Label printer, 57 × 32 mm', 'ROLL_57X32', 'ZPL', 203, now()),
       ('0198c000-0000-7000-8000-000000000007', 'Label printer, 102 × 51 mm', 'ROLL_102X51', 'ZPL', 203, now());

create table labels.blank_batch (
  id          uuid primary key,
  printed_at  timestamptz not null,
  printed_by  uuid,
  printed_by_name text not null,
  format_name text not null,
  count       integer not null check (count between 1 and 1000)
);

create table labels.blank_label (
  id         uuid primary key,
  short_code text not null constraint blank_label_short_code_taken unique check (short_code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  batch_id   uuid not null references labels.blank_batch,
  printed_at timestamptz not null,
  bound_kind text check (bound_kind in ('ASSET', 'CASE', 'LOCATION', 'KIT')),
  bound_id   uuid,
  bound_at   timestamptz,
  bound_by   uuid,
  bound_by_name text,
  version    bigint not null default 1,
  check (num_nonnulls(bound_kind, bound_id, bound_at, bound_by_name) in (0, 4)),
  check (bound_by is null or bound_at is not null)
);
create index blank_label_by_printed on labels.blank_label (printed_at, id);
create index blank_label_bound on labels.blank_label (bound_id) where bound_id is not null;
