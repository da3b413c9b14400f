-- Who has which pull list before them. Each window says so anew every few seconds, so nothing is lost with it: not logged, and old rows count for
-- nothing. No foreign keys: looking at a list must not hold up whoever writes on it.
create unlogged table planning.onlooker (
  list_id   uuid not null,
  window_id uuid not null,
  user_id   uuid not null,
  seen_at   timestamptz not null,
  primary key (list_id, window_id)
);
create index onlooker_seen on planning.onlooker (seen_at);
