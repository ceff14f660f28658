import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ComparisonTable } from "@/components/commerce/comparison-table";
import { OrderCard } from "@/components/commerce/order-card";
import { OrderRow } from "@/components/commerce/order-row";
import { ProductCard } from "@/components/commerce/product-card";
import { ProductTile } from "@/components/commerce/product-tile";
import type { Card } from "../model/chat-event";

interface AnswerCardsProps {
  cards: readonly Card[];
}

/** The facts behind an answer. Loaded with the first card, since many visits never show one. */
export default function AnswerCards({ cards }: AnswerCardsProps) {
  return cards.map((card, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cards have no id, and hold no state that a comparison in their place could take over
    <div key={index} className="animate-rise">
      <AnswerCard card={card} />
    </div>
  ));
}

const ORDERS_SHOWN = 4;
const PRODUCTS_SHOWN = 6;

function AnswerCard({ card }: { card: Card }) {
  const { t } = useTranslation();
  switch (card.kind) {
    case "order":
      return <OrderCard order={card.order} />;
    case "product":
      return <ProductCard product={card.product} />;
    case "comparison":
      return <ComparisonTable products={card.products} />;
    case "orders":
      return (
        <div className="flex flex-col gap-2.5">
          {card.orders.slice(0, ORDERS_SHOWN).map((order) => (
            <OrderRow key={order.id} order={order} headingLevel={3} />
          ))}
          {card.total > Math.min(card.orders.length, ORDERS_SHOWN) && (
            <Link to="/orders" className={MORE_LINK}>
              {t("order.back")} ({card.total})
              <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
            </Link>
          )}
        </div>
      );
    case "products":
      return (
        <div className="flex flex-col gap-2.5">
          <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto scroll-px-4 px-4 pb-2 sm:mx-0 sm:grid sm:grid-cols-3 sm:overflow-visible sm:px-0 sm:pb-0">
            {card.products.slice(0, PRODUCTS_SHOWN).map((product) => (
              <li key={product.id} className="w-52 shrink-0 snap-start sm:w-auto">
                <ProductTile product={product} headingLevel={3} />
              </li>
            ))}
          </ul>
          {card.total > Math.min(card.products.length, PRODUCTS_SHOWN) && (
            <Link to="/shop" className={MORE_LINK}>
              {t("product.more", { count: card.total })}
              <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
            </Link>
          )}
        </div>
      );
  }
}

const MORE_LINK =
  "inline-flex min-h-9 items-center gap-1 self-start rounded-lg font-medium text-brand-ink text-sm hover:underline";
