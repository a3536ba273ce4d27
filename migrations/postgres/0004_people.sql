-- Consent and privacy, operators and their rights, what they changed, and what models cost.
CREATE TABLE consent (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  contact_id TEXT NOT NULL,
  -- messages | reminders | remember_data
  purpose TEXT NOT NULL,
  granted BIGINT NOT NULL,
  -- the message that said so
  proof TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX consent_contact ON consent (tenant_id, contact_id, purpose, id);
CREATE TABLE privacy_request (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('export','erase','block')),
  requested_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  done_at BIGINT,
  proof TEXT,
  PRIMARY KEY (tenant_id, id)
);
-- Who was erased, by the random name of their row: a restored backup still holds them, and forgets them again.
CREATE TABLE erasure (
  tenant_id TEXT NOT NULL,
  ref TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, ref)
);
CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  -- owner sees every shop; the others the shops in user_tenant
  role TEXT NOT NULL CHECK (role IN ('owner','operator','agent','viewer')),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','disabled')),
  token_epoch BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE TABLE user_tenant (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  PRIMARY KEY (user_id, tenant_id)
);
CREATE TABLE refresh_token (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  family TEXT NOT NULL,
  used_at BIGINT,
  expires_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE login_attempt (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX login_attempt_key ON login_attempt (key, at);
CREATE TABLE audit (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id TEXT,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  before TEXT,
  after TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX audit_tenant ON audit (tenant_id, id);
CREATE INDEX login_attempt_time ON login_attempt (at);
CREATE INDEX refresh_token_user ON refresh_token (user_id, family);
CREATE TABLE model_call (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  conversation_id TEXT,
  -- the provider's id of the turn's first message: what one turn spent
  turn TEXT,
  purpose TEXT NOT NULL,
  model TEXT NOT NULL,
  outcome TEXT NOT NULL,
  input_tokens BIGINT NOT NULL DEFAULT 0,
  output_tokens BIGINT NOT NULL DEFAULT 0,
  -- millionths of a US dollar
  cost_micros BIGINT NOT NULL DEFAULT 0,
  latency_ms DOUBLE PRECISION NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX model_call_tenant ON model_call (tenant_id, at);
CREATE INDEX model_call_conversation ON model_call (conversation_id, at);
CREATE INDEX model_call_time ON model_call (at);
CREATE TABLE log_line (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at BIGINT NOT NULL,
  level BIGINT NOT NULL,
  tenant_id TEXT,
  conversation_id TEXT,
  code TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX log_line_time ON log_line (at);
