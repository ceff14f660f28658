import { expect, it } from "vitest";
import { showCard } from "./cards";
import type { Card } from "./chat-event";

const product = (id: string) => ({ id, name: id, variants: [] });
const one = (id: string) => ({ kind: "product", product: product(id) }) as unknown as Card;
const several = (...ids: string[]) =>
  ({ kind: "comparison", products: ids.map(product) }) as unknown as Card;
const shown = (...cards: Card[]) => cards.reduce<readonly Card[]>(showCard, []);
const list = { kind: "products", products: [product("A")], total: 1 } as unknown as Card;

it("shows products side by side in place of each one's own card", () => {
  expect(shown(one("A"), several("A", "B"), several("A", "B", "C"))).toEqual([
    several("A", "B", "C"),
  ]);
});

it("keeps what a comparison does not show", () => {
  expect(shown(list, one("C"), one("A"), several("A", "B"))).toEqual([
    list,
    one("C"),
    several("A", "B"),
  ]);
});

it("adds what comes after a comparison", () => {
  expect(shown(several("A", "B"), one("C"))).toEqual([several("A", "B"), one("C")]);
});
