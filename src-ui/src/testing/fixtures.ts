/** An order as the server sends it. */
export const ORDER_JSON = {
  id: "#A1001",
  customerId: "C1",
  status: "processed",
  placedAt: "2026-03-02T09:30:00Z",
  currency: "EUR",
  shippingAddress: {
    line1: "Harbour Street 4",
    line2: "",
    city: "Lisbon",
    state: "",
    postalCode: "1100-001",
    country: "PT",
  },
  items: [
    {
      productId: "P1",
      variantId: "V1",
      name: "Desk lamp",
      options: { colour: "black" },
      price: 69.9,
    },
    { productId: "P2", variantId: "V2", name: "Throw", options: { colour: "slate" }, price: 59.1 },
    { productId: "P2", variantId: "V2", name: "Throw", options: { colour: "slate" }, price: 59.1 },
  ],
  shipments: [
    {
      trackingNumbers: ["TRK123"],
      variantIds: ["V1", "V2", "V2"],
      carrier: "Seapost",
      status: "in_transit",
      expectedAt: "2026-03-06T00:00:00Z",
      events: [
        { at: "2026-03-03T08:00:00Z", status: "label_created", text: "Announced" },
        {
          at: "2026-03-04T10:00:00Z",
          status: "in_transit",
          text: "Left the hub",
          location: "Porto",
        },
      ],
    },
  ],
  payments: [{ type: "payment", amount: 188.1, paymentMethodId: "PM1" }],
};

/** A product as the server sends it. */
export const PRODUCT_JSON = {
  id: "P1",
  name: "Desk lamp",
  category: "Lighting",
  description: "Reaches across the desk.",
  variants: [
    { id: "V1", options: { colour: "black" }, available: true, stock: 12, price: 69.9 },
    { id: "V3", options: { colour: "brass" }, available: true, stock: 2, price: 79.9 },
    { id: "V4", options: { colour: "white" }, available: false, stock: 0, price: 49.9 },
  ],
};

/** A proposal as the server sends it; it runs out at 10:15 on the day of the tests. */
export const PROPOSAL = {
  actionId: "x1",
  kind: "cancelOrder",
  orderId: "#A1001",
  summary: "Cancel the whole order #A1001",
  lines: [
    { label: "Reason", value: "No longer needed" },
    { label: "Refund to Visa ending in 4821", value: "€188.10" },
  ],
  expiresAt: "2026-03-05T10:15:00Z",
};
