-- How papers for clients look. One row: the company's design.
create table papers.design (
  id         uuid primary key check (id = '0198c000-0000-7000-8000-0000000000d1'),
  content    jsonb not null,
  version    bigint not null default 1,
  changed_at timestamptz not null
);

-- Every state of the design in which a paper was made, with whose it was; what was sent is made again from it. Never changed.
create table papers.look (
  id      uuid primary key,
  sha256  bytea not null constraint look_kept_once unique check (length(sha256) = 32),
  content jsonb not null,
  logo    bytea check (length(logo) between 1 and 10000000),
  made_at timestamptz not null
);
create trigger look_append_only before update or delete on papers.look
  for each row execute function core.refuse_change();
create trigger look_not_truncated before truncate on papers.look
  for each statement execute function core.refuse_change();

-- What was issued, as the bytes it was issued in.
create table papers.issued_paper (
  id           uuid primary key,
  subject_kind text not null check (length(subject_kind) between 1 and 40),
  subject_id   uuid not null,
  form         text not null check (form in ('PDF', 'CII', 'UBL')),
  file_name    text not null check (length(file_name) between 1 and 200),
  content      bytea not null check (length(content) between 1 and 50000000),
  issued_at    timestamptz not null,
  constraint issued_paper_once unique (subject_kind, subject_id, form)
);
create trigger issued_paper_append_only before update or delete on papers.issued_paper
  for each row execute function core.refuse_change();
create trigger issued_paper_not_truncated before truncate on papers.issued_paper
  for each statement execute function core.refuse_change();
