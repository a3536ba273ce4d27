/** The screens, in the order of their number keys. */
export const SCREENS = [
  'overview',
  'shops',
  'conversations',
  'orders',
  'dead-letters',
  'daemons',
  'errors',
  'tail',
] as const

export type NumberedScreen = (typeof SCREENS)[number]
export type ScreenName = NumberedScreen | 'conversation' | 'help'

export const TITLES: Readonly<Record<ScreenName, string>> = {
  overview: 'Overview',
  shops: 'Shops',
  conversations: 'Conversations',
  conversation: 'Conversation',
  orders: 'Orders',
  'dead-letters': 'Dead letters',
  daemons: 'Daemons',
  errors: 'Errors',
  tail: 'Tail',
  help: 'Help',
}
