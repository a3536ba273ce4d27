import { analyticsRoutes } from './analytics-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { channelRoutes } from './channel-routes.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { productRoutes } from './product-routes.ts'
import type { ApiRoute } from './route.ts'
import { sellingRoutes } from './selling-routes.ts'
import { shopRoutes } from './shop-routes.ts'
import { userRoutes } from './user-routes.ts'

/** The whole API. What is not in this list is not there. */
export const API_ROUTES: readonly ApiRoute[] = [
  ...shopRoutes,
  ...productRoutes,
  ...orderRoutes,
  ...sellingRoutes,
  ...conversationRoutes,
  ...caseRoutes,
  ...messageRoutes,
  ...analyticsRoutes,
  ...channelRoutes,
  ...privacyRoutes,
  ...userRoutes,
]
