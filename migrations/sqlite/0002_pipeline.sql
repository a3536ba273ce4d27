-- A message's way: inbox, lease, outbox; what could not be placed; timers; daemons.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id TEXT NOT NULL,
  -- meta:<wamid>, twilio:<MessageSid> …: a redelivery is a no-op
  provider_key TEXT NOT NULL,
  channel_id TEXT,
  conversation_id TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'message' CHECK (kind IN ('message','echo')),
  body TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending','done','parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  received_at INTEGER NOT NULL,
  done_at INTEGER,
  UNIQUE (tenant_id, provider_key)
);
CREATE INDEX inbox_pending ON inbox (tenant_id, conversation_id, id) WHERE status = 'pending';
CREATE INDEX inbox_received ON inbox (received_at);
CREATE INDEX inbox_parked ON inbox (tenant_id, id) WHERE status = 'parked';
CREATE TABLE lease (
  tenant_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL,
  fence INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, conversation_id)
);
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- ob_…: echoed by the provider in its callbacks
  opaque_id TEXT NOT NULL UNIQUE,
  tenant_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  channel_id TEXT,
  -- inbox id and position, or the notice's own key: one source can never produce its replies twice
  source TEXT NOT NULL,
  class TEXT NOT NULL DEFAULT 'reply' CHECK (class IN ('reply','notice','campaign','operator')),
  body TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued','sending','sent','dead','dropped','waiting')),
  -- receipts only ever move it up: 0 none, 1 sent, 2 delivered, 3 read, 4 played; -1 failed
  receipt INTEGER NOT NULL DEFAULT 0,
  provider_message_id TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  error_class TEXT,
  error_code TEXT,
  error_detail TEXT,
  next_at INTEGER NOT NULL,
  deadline INTEGER,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  UNIQUE (tenant_id, source)
);
CREATE INDEX outbox_unsent ON outbox (tenant_id, conversation_id, id) WHERE status IN ('queued','sending','waiting');
CREATE INDEX outbox_due ON outbox (next_at) WHERE status IN ('queued','sending');
CREATE INDEX outbox_provider_message ON outbox (provider_message_id);
CREATE INDEX outbox_dead ON outbox (tenant_id, created_at) WHERE status = 'dead';
CREATE INDEX outbox_created ON outbox (created_at);
-- A status that arrived, once each; it may come before our own send is committed.
CREATE TABLE receipt (
  provider TEXT NOT NULL,
  provider_key TEXT NOT NULL,
  provider_message_id TEXT NOT NULL,
  opaque_id TEXT,
  state TEXT NOT NULL,
  error_code TEXT,
  error_detail TEXT,
  received_at INTEGER NOT NULL,
  -- 0 until the outbox knows: stored with the ack, carried over to the outbox afterwards
  applied INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (provider, provider_key)
);
CREATE INDEX receipt_new ON receipt (received_at) WHERE applied = 0;
CREATE INDEX receipt_opaque ON receipt (opaque_id);
CREATE INDEX receipt_message ON receipt (provider_message_id);
-- Signed, but for nobody we know or not to be parsed: kept raw for an operator, answered 200.
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  provider TEXT NOT NULL,
  provider_key TEXT NOT NULL,
  reason TEXT NOT NULL,
  address TEXT,
  body TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (provider, provider_key)
);
-- Timers: rows with run_at, never in-process timeouts.
CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id TEXT,
  kind TEXT NOT NULL,
  -- unique: the same timer set twice is one
  key TEXT NOT NULL,
  payload TEXT NOT NULL DEFAULT '{}',
  run_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  locked_by TEXT,
  locked_until INTEGER,
  error TEXT,
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending','dead')),
  created_at INTEGER NOT NULL,
  UNIQUE (kind, key)
);
CREATE INDEX job_due ON job (run_at) WHERE status = 'pending';
CREATE INDEX job_dead ON job (kind, run_at) WHERE status = 'dead';
CREATE TABLE daemon (
  id TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  version TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  beat_at INTEGER NOT NULL,
  -- it said goodbye: only the last one to do so is kept, and tells since when nobody is there
  stopped_at INTEGER,
  -- rates, latencies, memory: what the dashboard sums over daemons
  stats TEXT NOT NULL DEFAULT '{}'
);
