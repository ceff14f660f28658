import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { asNumber, optionalText } from "@/lib/decode";
import { NotFoundPage } from "./not-found-page";
import { PageFailure } from "./page-failure";
import { PageSkeleton } from "./page-skeleton";
import { Root } from "./root";

/** What of a list's state is kept in the address. */
interface ListSearch {
  query?: string;
  page?: number;
}

/** What the chat is opened to ask about. */
interface ChatSearch {
  product?: string;
  order?: string;
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

const chatPage = lazyRouteComponent(
  () => import("@/features/chat/components/chat-page"),
  "ChatPage",
);

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    component: chatPage,
    validateSearch: topicOf,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/chat",
    component: chatPage,
    validateSearch: topicOf,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/shop",
    validateSearch: (search): ListSearch & { category?: string } => ({
      query: optionalText(search.query),
      category: optionalText(search.category),
      page: pageOf(search.page),
    }),
    component: lazyRouteComponent(() => import("@/features/shop/components/shop-page"), "ShopPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/shop/$productId",
    component: lazyRouteComponent(
      () => import("@/features/shop/components/product-page"),
      "ProductPage",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/orders",
    validateSearch: (search): Pick<ListSearch, "page"> => ({ page: pageOf(search.page) }),
    component: lazyRouteComponent(
      () => import("@/features/orders/components/orders-page"),
      "OrdersPage",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/orders/$orderId",
    component: lazyRouteComponent(
      () => import("@/features/orders/components/order-page"),
      "OrderPage",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/help",
    validateSearch: (search): ListSearch => ({
      query: optionalText(search.query),
      page: pageOf(search.page),
    }),
    component: lazyRouteComponent(
      () => import("@/features/knowledge/components/help-page"),
      "HelpPage",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/help/$articleId",
    component: lazyRouteComponent(
      () => import("@/features/knowledge/components/article-page"),
      "ArticlePage",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/embed",
    validateSearch: topicOf,
    component: lazyRouteComponent(() => import("./embed/embed-page"), "EmbedPage"),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: "intent",
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageFailure,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function topicOf(search: Record<string, unknown>): ChatSearch {
  return { product: optionalText(search.product), order: optionalText(search.order) };
}

/** The page's number from the address; the first one is left out of it. */
function pageOf(value: unknown): number | undefined {
  const page = Math.floor(asNumber(value, 1));
  return page > 1 ? page : undefined;
}
