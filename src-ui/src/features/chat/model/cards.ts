import type { Card } from "./chat-event";

/** The cards of an answer after one more: products side by side take the place of each one's own card. */
export function showCard(shown: readonly Card[], card: Card): readonly Card[] {
  if (card.kind !== "comparison") return [...shown, card];
  const compared = new Set(card.products.map(({ id }) => id));
  return [
    ...shown.filter((earlier) => !productsOf(earlier)?.every((id) => compared.has(id))),
    card,
  ];
}

/** The products of which a card shows everything. */
function productsOf(card: Card): string[] | undefined {
  if (card.kind === "product") return [card.product.id];
  return card.kind === "comparison" ? card.products.map(({ id }) => id) : undefined;
}
