-- Files, stored once by their content, and what they belong to.
create table documents.file (
  id         uuid primary key,
  sha256     bytea not null check (length(sha256) = 32),
  name       text not null check (length(name) between 1 and 255),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  width_pixels integer,
  height_pixels integer,
  created_by uuid,
  created_at timestamptz not null
);
create index file_content on documents.file (sha256);

create table documents.attachment (
  file_id      uuid primary key references documents.file on delete cascade,
  subject_kind text not null,
  subject_id   uuid not null,
  role         text not null check (role in ('PHOTO', 'MANUAL', 'DOCUMENT', 'CERTIFICATE', 'LOGO')),
  position     integer not null default 0,
  caption      text,
  version      bigint not null default 1
);
create index attachment_subject on documents.attachment (subject_kind, subject_id, role, position);
