-- Shops, their catalogs and channels, the people who write to them, and what was said.
-- Times are epoch milliseconds, money is whole pesos, JSON is text: both databases then behave the same
-- (jsonb refuses NUL and lone surrogates, which shoppers do send).
CREATE TABLE tenant (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  phone TEXT UNIQUE,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','paused')),
  timezone TEXT NOT NULL DEFAULT 'America/Santiago',
  settings TEXT NOT NULL DEFAULT '{}',
  -- bumped by every change of settings or profile: daemons compare it to know whether their copy is old
  version INTEGER NOT NULL DEFAULT 1,
  -- bumped by every change of the catalog's words (not of stock): daemons rebuild their index when it moves
  catalog_version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE TABLE profile (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  note TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, version)
);
CREATE TABLE product (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  price INTEGER NOT NULL CHECK (price >= 0),
  sale_price INTEGER CHECK (sale_price >= 0),
  sale_from INTEGER,
  sale_until INTEGER,
  currency TEXT NOT NULL DEFAULT 'CLP',
  -- stocked = available + reserved + sold, always; available is never negative
  stocked INTEGER NOT NULL DEFAULT 0,
  available INTEGER NOT NULL DEFAULT 0 CHECK (available >= 0),
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  sold INTEGER NOT NULL DEFAULT 0 CHECK (sold >= 0),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','inactive')),
  tags TEXT NOT NULL DEFAULT '[]',
  aliases TEXT NOT NULL DEFAULT '[]',
  attributes TEXT NOT NULL DEFAULT '{}',
  -- the catalog's own order: what a shop lists first, its bot shows first where two fit equally
  position INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, sku),
  CHECK (stocked = available + reserved + sold)
);
CREATE INDEX product_active ON product (tenant_id) WHERE status = 'active';
CREATE INDEX product_updated ON product (tenant_id, updated_at);
CREATE TABLE channel (
  id TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  provider TEXT NOT NULL CHECK (provider IN ('meta','twilio','local')),
  -- Meta: phone_number_id; Twilio: the number in E.164
  address TEXT NOT NULL,
  display_number TEXT,
  -- AES-256-GCM under SECRET_KEY, tenant id as associated data; NULL: the environment's account
  secrets TEXT,
  settings TEXT NOT NULL DEFAULT '{}',
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','disabled')),
  -- set while the circuit is open (auth or account errors)
  blocked_until INTEGER,
  blocked_reason TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (tenant_id, provider, address)
);
CREATE INDEX channel_address ON channel (provider, address);
-- For a number that several shops share (a sandbox): which shop this shopper talks to.
CREATE TABLE route (
  phone TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
);
CREATE TABLE contact (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  -- E.164 with +; a business-scoped id; at least one is there
  phone TEXT,
  user_id TEXT,
  name TEXT,
  -- what the shopper agreed to have remembered: name, e-mail, RUT, address
  data TEXT NOT NULL DEFAULT '{}',
  -- drawn at random, and leads to nobody once the row is gone: what an erasure is remembered by
  ref TEXT NOT NULL DEFAULT (lower(hex(randomblob(12)))),
  unreachable_reason TEXT,
  blocked_at INTEGER,
  erased_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX contact_phone ON contact (tenant_id, phone);
-- a shopper known by a business-scoped id goes on in the conversation of that id
CREATE INDEX contact_user ON contact (tenant_id, user_id) WHERE user_id IS NOT NULL;
CREATE TABLE contact_alias (
  tenant_id TEXT NOT NULL,
  alias TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, alias),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contact (tenant_id, id) ON DELETE CASCADE
);
-- daemons ask for what is new
CREATE INDEX contact_alias_created ON contact_alias (created_at);
-- One a shopper and shop, as long as they know each other.
CREATE TABLE conversation (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  channel_id TEXT,
  mode TEXT NOT NULL DEFAULT 'bot' CHECK (mode IN ('bot','waiting','human')),
  mode_reason TEXT,
  mode_since INTEGER,
  takeover_by TEXT,
  takeover_until INTEGER,
  last_inbound_at INTEGER,
  last_outbound_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX conversation_recent ON conversation (tenant_id, updated_at);
CREATE INDEX conversation_inbound ON conversation (tenant_id, last_inbound_at);
CREATE INDEX conversation_contact ON conversation (tenant_id, contact_id);
CREATE INDEX conversation_waiting ON conversation (tenant_id, mode) WHERE mode <> 'bot';
-- What the engine remembers between messages; forgotten after it expires.
CREATE TABLE conversation_context (
  tenant_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  state TEXT NOT NULL,
  cart_version INTEGER NOT NULL DEFAULT 0,
  cart_items INTEGER NOT NULL DEFAULT 0,
  cart_updated_at INTEGER,
  updated_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id)
);
CREATE INDEX conversation_context_expiry ON conversation_context (expires_at);
-- today's carts for the dashboard: the state text is long, so counting must not touch the rows
CREATE INDEX conversation_context_cart ON conversation_context (cart_updated_at, tenant_id, conversation_id) WHERE cart_items > 0;
-- One row a turn: what was said, what it was taken for, how sure, how fast, and what was answered.
CREATE TABLE conversation_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  conversation_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  -- shopper: a turn with its replies; operator, owner, system: something said outside a turn
  author TEXT NOT NULL DEFAULT 'shopper' CHECK (author IN ('shopper','operator','owner','system')),
  text TEXT NOT NULL,
  replies TEXT NOT NULL DEFAULT '[]',
  intent TEXT,
  confidence REAL,
  source TEXT,
  latency_ms REAL,
  products TEXT NOT NULL DEFAULT '[]',
  -- all that is needed to play the turn again and to explain it: message, facts, state before, features, model answer
  trace TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (tenant_id, message_id)
);
CREATE INDEX conversation_history_conversation ON conversation_history (tenant_id, conversation_id, id);
CREATE INDEX conversation_history_time ON conversation_history (tenant_id, created_at);
