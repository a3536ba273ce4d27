import type { Generated } from 'kysely'

/**
 * The tables as Kysely sees them; the truth is in migrations/. Times are epoch milliseconds, money whole pesos,
 * JSON columns hold text (see `json.ts`), flags are 0 or 1.
 */
export interface TenantTable {
  id: string
  slug: string
  name: string
  type: string
  phone: string | null
  status: Generated<'active' | 'paused'>
  timezone: Generated<string>
  settings: Generated<string>
  version: Generated<number>
  catalog_version: Generated<number>
  created_at: number
  updated_at: number
}

export interface ProfileTable {
  tenant_id: string
  version: number
  body: string
  author: string
  note: string | null
  created_at: number
}

export interface ProductTable {
  tenant_id: string
  id: string
  sku: string
  name: string
  description: Generated<string>
  category: Generated<string>
  price: number
  sale_price: number | null
  sale_from: number | null
  sale_until: number | null
  currency: Generated<string>
  stocked: Generated<number>
  available: Generated<number>
  reserved: Generated<number>
  sold: Generated<number>
  status: Generated<'active' | 'inactive'>
  tags: Generated<string>
  aliases: Generated<string>
  attributes: Generated<string>
  /** The catalog's own order. */
  position: Generated<number>
  created_at: number
  updated_at: number
}

export interface ChannelTable {
  id: string
  tenant_id: string
  provider: 'meta' | 'twilio' | 'local'
  address: string
  display_number: string | null
  secrets: string | null
  settings: Generated<string>
  status: Generated<'active' | 'disabled'>
  blocked_until: number | null
  blocked_reason: string | null
  created_at: number
  updated_at: number
}

export interface RouteTable {
  phone: string
  tenant_id: string
  created_at: number
}

export interface ContactTable {
  tenant_id: string
  id: string
  phone: string | null
  user_id: string | null
  name: string | null
  data: Generated<string>
  ref: Generated<string>
  unreachable_reason: string | null
  blocked_at: number | null
  erased_at: number | null
  created_at: number
  updated_at: number
}

export interface ContactAliasTable {
  tenant_id: string
  alias: string
  contact_id: string
  created_at: number
}

export interface ConversationTable {
  tenant_id: string
  id: string
  contact_id: string
  channel_id: string | null
  mode: Generated<'bot' | 'waiting' | 'human'>
  mode_reason: string | null
  mode_since: number | null
  takeover_by: string | null
  takeover_until: number | null
  last_inbound_at: number | null
  last_outbound_at: number | null
  created_at: number
  updated_at: number
}

export interface ConversationContextTable {
  tenant_id: string
  conversation_id: string
  state: string
  cart_version: Generated<number>
  cart_items: Generated<number>
  cart_updated_at: number | null
  updated_at: number
  expires_at: number
}

export interface ConversationHistoryTable {
  id: Generated<number>
  tenant_id: string
  conversation_id: string
  message_id: string
  author: Generated<'shopper' | 'operator' | 'owner' | 'system'>
  text: string
  replies: Generated<string>
  intent: string | null
  confidence: number | null
  source: string | null
  latency_ms: number | null
  products: Generated<string>
  trace: string | null
  created_at: number
}

export interface InboxTable {
  id: Generated<number>
  tenant_id: string
  provider_key: string
  channel_id: string | null
  conversation_id: string
  kind: Generated<'message' | 'echo'>
  body: string
  status: Generated<'pending' | 'done' | 'parked'>
  attempts: Generated<number>
  error: string | null
  received_at: number
  done_at: number | null
}

export interface LeaseTable {
  tenant_id: string
  conversation_id: string
  owner: string
  until: number
  fence: Generated<number>
}

export interface OutboxTable {
  id: Generated<number>
  opaque_id: string
  tenant_id: string
  conversation_id: string
  channel_id: string | null
  source: string
  class: Generated<'reply' | 'notice' | 'campaign' | 'operator'>
  body: string
  status: Generated<'queued' | 'sending' | 'sent' | 'dead' | 'dropped' | 'waiting'>
  receipt: Generated<number>
  provider_message_id: string | null
  attempts: Generated<number>
  error_class: string | null
  error_code: string | null
  error_detail: string | null
  next_at: number
  deadline: number | null
  created_at: number
  sent_at: number | null
}

export interface ReceiptTable {
  provider: string
  provider_key: string
  provider_message_id: string
  opaque_id: string | null
  state: string
  error_code: string | null
  error_detail: string | null
  received_at: number
  applied: Generated<number>
}

export interface QuarantineTable {
  id: Generated<number>
  provider: string
  provider_key: string
  reason: string
  address: string | null
  body: string
  received_at: number
}

export interface JobTable {
  id: Generated<number>
  tenant_id: string | null
  kind: string
  key: string
  payload: Generated<string>
  run_at: number
  attempts: Generated<number>
  locked_by: string | null
  locked_until: number | null
  error: string | null
  status: Generated<'pending' | 'dead'>
  created_at: number
}

export interface DaemonTable {
  id: string
  host: string
  pid: number
  version: string
  started_at: number
  beat_at: number
  stopped_at: number | null
  stats: Generated<string>
}

export interface OrdersTable {
  tenant_id: string
  id: string
  number: string
  conversation_id: string
  contact_id: string
  cart_version: number
  status: 'pending_payment' | 'paid' | 'preparing' | 'shipped' | 'delivered' | 'cancelled' | 'expired' | 'refunded'
  currency: Generated<string>
  subtotal: number
  discount: Generated<number>
  shipping: Generated<number>
  total: number
  customer: Generated<string>
  delivery: Generated<string>
  discounts: Generated<string>
  payment_method: Generated<string>
  payment_url: string | null
  accepted_message_id: string | null
  tracking: string | null
  stock_state: Generated<'reserved' | 'sold' | 'released'>
  reserved_until: number | null
  placed_at: number
  paid_at: number | null
  shipped_at: number | null
  delivered_at: number | null
  closed_at: number | null
  updated_at: number
}

export interface OrderItemTable {
  tenant_id: string
  order_id: string
  product_id: string
  sku: string
  name: string
  quantity: number
  unit_price: number
}

export interface OrderEventTable {
  id: Generated<number>
  tenant_id: string
  order_id: string
  kind: string
  actor: string
  body: Generated<string>
  at: number
}

export interface StockMovementTable {
  id: Generated<number>
  tenant_id: string
  product_id: string
  kind: 'stock' | 'reserve' | 'release' | 'sell' | 'restock'
  quantity: number
  order_id: string | null
  reason: string
  at: number
}

export interface PaymentAccountTable {
  tenant_id: string
  provider: string
  environment: Generated<string>
  secrets: string | null
  settings: Generated<string>
  status: Generated<string>
  created_at: number
  updated_at: number
}

export interface PaymentTable {
  tenant_id: string
  id: string
  order_id: string
  attempt: number
  provider: string
  reference: string
  ref: string | null
  url: string | null
  amount: number
  currency: Generated<string>
  status: 'creating' | 'pending' | 'paid' | 'rejected' | 'cancelled' | 'expired' | 'failed'
  reason: string | null
  awaiting_cash: Generated<number>
  fee: number | null
  raw: string | null
  created_at: number
  expires_at: number | null
  settled_at: number | null
  updated_at: number
}

export interface RefundTable {
  tenant_id: string
  id: string
  order_id: string
  payment_id: string | null
  reference: string
  amount: number
  reason: string
  status: 'requested' | 'pending' | 'refunded' | 'rejected'
  ref: string | null
  restock: Generated<number>
  restocked: Generated<number>
  actor: string
  created_at: number
  updated_at: number
}

export interface LocalPaymentTable {
  ref: string
  tenant_id: string
  reference: string
  amount: number
  currency: Generated<string>
  state: Generated<'pending' | 'paid' | 'rejected' | 'cancelled'>
  reason: string | null
  awaiting_cash: Generated<number>
  expires_at: number | null
  created_at: number
  paid_at: number | null
}

export interface LocalRefundTable {
  ref: string
  tenant_id: string
  reference: string
  payment_reference: string
  amount: number
  created_at: number
}

export interface SupportCaseTable {
  tenant_id: string
  id: string
  kind: 'complaint' | 'return' | 'transfer_proof' | 'hand_over' | 'cancellation' | 'refund' | 'payment'
  conversation_id: string | null
  contact_id: string | null
  order_id: string | null
  summary: string
  status: Generated<'open' | 'closed'>
  source: string
  created_at: number
  closed_at: number | null
  closed_by: string | null
}

export interface DiscountTable {
  tenant_id: string
  id: string
  name: string
  code: string | null
  kind: 'percent' | 'amount'
  value: number
  scope: Generated<string>
  minimum: Generated<number>
  stackable: Generated<number>
  usage_limit: number | null
  usage_per_contact: number | null
  used: Generated<number>
  starts_at: number | null
  ends_at: number | null
  status: Generated<'active' | 'disabled'>
  created_at: number
  updated_at: number
}

export interface DiscountUseTable {
  tenant_id: string
  discount_id: string
  order_id: string
  contact_id: string
  amount: number
  at: number
}

export interface ShippingZoneTable {
  tenant_id: string
  id: string
  name: string
  comunas: Generated<string>
  regions: Generated<string>
  price: number
  free_from: number | null
  days: string | null
  position: Generated<number>
  created_at: number
}

export interface ConsentTable {
  id: Generated<number>
  tenant_id: string
  contact_id: string
  purpose: string
  granted: number
  proof: string
  at: number
}

export interface PrivacyRequestTable {
  tenant_id: string
  id: string
  contact_id: string
  kind: 'export' | 'erase' | 'block'
  requested_at: number
  due_at: number
  done_at: number | null
  proof: string | null
}

export interface ErasureTable {
  tenant_id: string
  ref: string
  at: number
}

export interface UsersTable {
  id: string
  email: string
  name: string
  password_hash: string
  role: 'owner' | 'operator' | 'agent' | 'viewer'
  status: Generated<'active' | 'disabled'>
  token_epoch: Generated<number>
  created_at: number
  updated_at: number
}

export interface UserTenantTable {
  user_id: string
  tenant_id: string
}

export interface RefreshTokenTable {
  hash: string
  user_id: string
  family: string
  used_at: number | null
  expires_at: number
  created_at: number
}

export interface LoginAttemptTable {
  id: Generated<number>
  key: string
  at: number
}

export interface AuditTable {
  id: Generated<number>
  tenant_id: string | null
  actor: string
  action: string
  object: string
  before: string | null
  after: string | null
  at: number
}

export interface ModelCallTable {
  id: Generated<number>
  tenant_id: string
  conversation_id: string | null
  turn: string | null
  purpose: string
  model: string
  outcome: string
  input_tokens: Generated<number>
  output_tokens: Generated<number>
  cost_micros: Generated<number>
  latency_ms: number
  at: number
}

export interface LogLineTable {
  id: Generated<number>
  at: number
  level: number
  tenant_id: string | null
  conversation_id: string | null
  code: string
  body: string
}

export interface Schema {
  tenant: TenantTable
  profile: ProfileTable
  product: ProductTable
  channel: ChannelTable
  route: RouteTable
  contact: ContactTable
  contact_alias: ContactAliasTable
  conversation: ConversationTable
  conversation_context: ConversationContextTable
  conversation_history: ConversationHistoryTable
  inbox: InboxTable
  lease: LeaseTable
  outbox: OutboxTable
  receipt: ReceiptTable
  quarantine: QuarantineTable
  job: JobTable
  daemon: DaemonTable
  orders: OrdersTable
  order_item: OrderItemTable
  order_event: OrderEventTable
  stock_movement: StockMovementTable
  payment_account: PaymentAccountTable
  payment: PaymentTable
  refund: RefundTable
  discount: DiscountTable
  discount_use: DiscountUseTable
  shipping_zone: ShippingZoneTable
  support_case: SupportCaseTable
  local_payment: LocalPaymentTable
  local_refund: LocalRefundTable
  consent: ConsentTable
  privacy_request: PrivacyRequestTable
  erasure: ErasureTable
  users: UsersTable
  user_tenant: UserTenantTable
  refresh_token: RefreshTokenTable
  login_attempt: LoginAttemptTable
  audit: AuditTable
  model_call: ModelCallTable
  log_line: LogLineTable
}
