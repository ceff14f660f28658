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

/** The products that a card shows, if it is of them alone. */
function productsOf(card: Card): string[] | undefined {
  switch (card.kind) {
    case "product":
      return [card.product.id];
    case "comparison":
      return card.products.map(({ id }) => id);
    case "products":
      // A list that goes on elsewhere has more to show.
      return card.total > card.products.length ? undefined : card.products.map(({ id }) => id);
    default:
      return undefined;
  }
}
