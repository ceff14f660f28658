import { describe, expect, it } from "vitest";
import { ORDER_JSON, PRODUCT_JSON } from "@/testing/fixtures";
import { articleExcerpt, decodeArticle } from "./article";
import { decodeOrder, orderLines, orderTotal, refundedTotal } from "./order";
import { decodePage } from "./page";
import { decodeProduct, optionValues, priceRange, productStock, variantStock } from "./product";

describe("order", () => {
  const order = decodeOrder(ORDER_JSON);

  it("adds up without losing cents", () => {
    expect(orderTotal(order)).toBe(188.1);
    const many = {
      ...order,
      items: Array.from({ length: 3 }, () => ({ ...order.items[0], price: 0.1 })),
    };
    expect(orderTotal(decodeOrder(many))).toBe(0.3);
  });

  it("counts only what went back as refunded", () => {
    expect(refundedTotal(order)).toBe(0);
    const payments = [...order.payments, { type: "refund", amount: 59.1, paymentMethodId: "PM1" }];
    expect(refundedTotal({ ...order, payments })).toBe(59.1);
  });

  it("joins equal pieces to one line", () => {
    expect(orderLines(order).map((line) => [line.name, line.quantity])).toEqual([
      ["Desk lamp", 1],
      ["Throw", 2],
    ]);
  });

  it.each([undefined, null, 7, "x", [], {}, { items: [null], shipments: "x", payments: {} }])(
    "decodes %j without throwing",
    (value) => expect(decodeOrder(value)).toMatchObject({ status: "pending" }),
  );
});

describe("product", () => {
  const product = decodeProduct(PRODUCT_JSON);

  it("prices what can be bought", () => {
    expect(priceRange(product)).toEqual({ from: 69.9, to: 79.9 });
    expect(priceRange(decodeProduct({}))).toBeUndefined();
  });

  it("knows the stock of a variant and of the whole", () => {
    expect(product.variants.map(variantStock)).toEqual(["available", "low", "unavailable"]);
    expect(productStock(product)).toBe("available");
    expect(productStock(decodeProduct({}))).toBe("unavailable");
  });

  it("lists each option's values once", () => {
    expect(optionValues(product)).toEqual([
      { name: "colour", values: ["black", "brass", "white"] },
    ]);
  });
});

describe("article", () => {
  it("shortens at a word and leaves the Markdown out", () => {
    const article = decodeArticle({
      title: "T",
      body: "# Title\n\nYou have **30 days** to [return](/x) it.",
    });
    expect(articleExcerpt(article)).toBe("You have 30 days to return it.");
    expect(articleExcerpt(article, 14)).toBe("You have 30…");
  });
});

describe("page", () => {
  it("reads a list whatever is missing", () => {
    expect(decodePage({ items: [{ id: "a" }] }, decodeProduct)).toMatchObject({
      page: 1,
      total: 1,
    });
    expect(decodePage(undefined, decodeProduct)).toEqual({ items: [], page: 1, total: 0 });
  });
});
