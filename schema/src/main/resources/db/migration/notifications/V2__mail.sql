-- By e-mail, too: who wants what at once or once a day, and what is still to be sent.

-- {"LOW_STOCK": "DAILY"}: only what a person chose; for the rest each type has a way of its own.
alter table notifications.preference add column mail jsonb not null default '{}' check (jsonb_typeof(mail) = 'object');

alter table notifications.notification
  -- false: told by e-mail alone
  add column in_app boolean not null default true,
  add column mail_due timestamptz;
create index notification_mail_due on notifications.notification (mail_due, user_id) where mail_due is not null;
