-- Orders, stock movements, payments, prices that vary, and where parcels go.
CREATE TABLE orders (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  -- per shop; never guessable as another shop's
  number TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  -- one order per conversation and cart version: three times "sí" is one order
  cart_version BIGINT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending_payment','paid','preparing','shipped','delivered','cancelled','expired','refunded')),
  currency TEXT NOT NULL DEFAULT 'CLP',
  subtotal BIGINT NOT NULL CHECK (subtotal >= 0),
  discount BIGINT NOT NULL DEFAULT 0 CHECK (discount >= 0),
  shipping BIGINT NOT NULL DEFAULT 0 CHECK (shipping >= 0),
  total BIGINT NOT NULL CHECK (total >= 0),
  -- name, e-mail, RUT, phone, notes
  customer TEXT NOT NULL DEFAULT '{}',
  -- method (delivery | pickup), address, comuna, location
  delivery TEXT NOT NULL DEFAULT '{}',
  discounts TEXT NOT NULL DEFAULT '[]',
  payment_method TEXT NOT NULL DEFAULT 'local',
  payment_url TEXT,
  -- the message in which the shopper accepted total and terms
  accepted_message_id TEXT,
  tracking TEXT,
  -- where this order's units are: each change of it moves them once, whatever is retried
  stock_state TEXT NOT NULL DEFAULT 'reserved' CHECK (stock_state IN ('reserved','sold','released')),
  reserved_until BIGINT,
  placed_at BIGINT NOT NULL,
  paid_at BIGINT,
  shipped_at BIGINT,
  delivered_at BIGINT,
  closed_at BIGINT,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  UNIQUE (tenant_id, conversation_id, cart_version)
);
CREATE INDEX orders_contact ON orders (tenant_id, contact_id, placed_at);
CREATE INDEX orders_status ON orders (tenant_id, status, placed_at);
CREATE INDEX orders_placed ON orders (placed_at);
CREATE INDEX orders_paid ON orders (paid_at) WHERE paid_at IS NOT NULL;
CREATE TABLE order_item (
  tenant_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  quantity BIGINT NOT NULL CHECK (quantity > 0),
  unit_price BIGINT NOT NULL CHECK (unit_price >= 0),
  PRIMARY KEY (tenant_id, order_id, product_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
);
CREATE TABLE order_event (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '{}',
  at BIGINT NOT NULL,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX order_event_order ON order_event (tenant_id, order_id, id);
CREATE TABLE stock_movement (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('stock','reserve','release','sell','restock')),
  quantity BIGINT NOT NULL,
  order_id TEXT,
  reason TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX stock_movement_product ON stock_movement (tenant_id, product_id, id);
CREATE TABLE payment_account (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  provider TEXT NOT NULL,
  environment TEXT NOT NULL DEFAULT 'sandbox',
  secrets TEXT,
  settings TEXT NOT NULL DEFAULT '{}',
  status TEXT NOT NULL DEFAULT 'active',
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, provider)
);
CREATE TABLE payment (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  provider TEXT NOT NULL,
  -- ours, unique per attempt
  reference TEXT NOT NULL UNIQUE,
  -- the provider's token
  ref TEXT,
  url TEXT,
  amount BIGINT NOT NULL,
  currency TEXT NOT NULL DEFAULT 'CLP',
  status TEXT NOT NULL CHECK (status IN ('creating','pending','paid','rejected','cancelled','expired','failed')),
  reason TEXT,
  awaiting_cash BIGINT NOT NULL DEFAULT 0,
  -- what the provider keeps for itself
  fee BIGINT,
  raw TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  settled_at BIGINT,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, order_id, attempt),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX payment_ref ON payment (provider, ref);
CREATE TABLE refund (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  payment_id TEXT,
  -- ours, unique per refund, as the provider holds it
  reference TEXT NOT NULL UNIQUE,
  amount BIGINT NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('requested','pending','refunded','rejected')),
  -- the provider's token
  ref TEXT,
  -- 1: the units go back on the shelf once it is refunded
  restock BIGINT NOT NULL DEFAULT 0,
  restocked BIGINT NOT NULL DEFAULT 0,
  actor TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refund_order ON refund (tenant_id, order_id);
CREATE TABLE discount (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  -- NULL: applies by itself
  code TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('percent','amount')),
  value BIGINT NOT NULL CHECK (value > 0),
  scope TEXT NOT NULL DEFAULT '{"on":"all"}',
  minimum BIGINT NOT NULL DEFAULT 0,
  stackable BIGINT NOT NULL DEFAULT 0,
  usage_limit BIGINT,
  usage_per_contact BIGINT,
  used BIGINT NOT NULL DEFAULT 0,
  starts_at BIGINT,
  ends_at BIGINT,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','disabled')),
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE TABLE discount_use (
  tenant_id TEXT NOT NULL,
  discount_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  amount BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, discount_id, order_id)
);
CREATE INDEX discount_use_contact ON discount_use (tenant_id, contact_id);
CREATE TABLE shipping_zone (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  -- comunas and regions, folded; [] is everywhere else
  comunas TEXT NOT NULL DEFAULT '[]',
  regions TEXT NOT NULL DEFAULT '[]',
  price BIGINT NOT NULL CHECK (price >= 0),
  free_from BIGINT,
  days TEXT,
  position BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
-- What needs a person, with the facts gathered: complaints, returns, proofs of transfer, money that does not add up.
CREATE TABLE support_case (
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('complaint','return','transfer_proof','hand_over','cancellation','refund','payment')),
  conversation_id TEXT,
  contact_id TEXT,
  order_id TEXT,
  summary TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open','closed')),
  -- one source opens one case, whatever is retried
  source TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  closed_at BIGINT,
  closed_by TEXT,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, source)
);
CREATE INDEX support_case_open ON support_case (tenant_id, created_at) WHERE status = 'open';
-- The local provider's own books: what the test page was told. Flow keeps such books at Flow.
CREATE TABLE local_payment (
  ref TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  reference TEXT NOT NULL UNIQUE,
  amount BIGINT NOT NULL,
  currency TEXT NOT NULL DEFAULT 'CLP',
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending','paid','rejected','cancelled')),
  reason TEXT,
  awaiting_cash BIGINT NOT NULL DEFAULT 0,
  expires_at BIGINT,
  created_at BIGINT NOT NULL,
  paid_at BIGINT
);
CREATE TABLE local_refund (
  ref TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenant(id) ON DELETE CASCADE,
  reference TEXT NOT NULL UNIQUE,
  payment_reference TEXT NOT NULL,
  amount BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
