import { expect, it } from "vitest";
import { showCard } from "./cards";
import type { Card } from "./chat-event";

const product = (id: string) => ({ id, name: id, variants: [] });
const one = (id: string) => ({ kind: "product", product: product(id) }) as unknown as Card;
const several = (...ids: string[]) =>
  ({ kind: "comparison", products: ids.map(product) }) as unknown as Card;
const shown = (...cards: Card[]) => cards.reduce<readonly Card[]>(showCard, []);
const list = (total: number, ...ids: string[]) =>
  ({ kind: "products", products: ids.map(product), total }) as unknown as Card;

it("shows products side by side in place of each one's own card", () => {
  expect(shown(one("A"), several("A", "B"), several("A", "B", "C"))).toEqual([
    several("A", "B", "C"),
  ]);
});

it("keeps what a comparison does not show", () => {
  const found = list(3, "A", "B", "C");
  const more = list(9, "A", "B");
  expect(shown(found, more, one("C"), one("A"), several("A", "B"))).toEqual([
    found,
    more,
    one("C"),
    several("A", "B"),
  ]);
});

it("takes the place of a list of the same products", () => {
  expect(shown(list(2, "A", "B"), several("A", "B"))).toEqual([several("A", "B")]);
});

it("adds what comes after a comparison", () => {
  expect(shown(several("A", "B"), one("C"))).toEqual([several("A", "B"), one("C")]);
});
