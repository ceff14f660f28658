// A tiny shop for working on the app without the server: a few records of every kind the app shows.

const DAY = 86_400_000;
const ago = (days, hours = 0) =>
  new Date(Date.now() - days * DAY - hours * 3_600_000).toISOString();

export const config = {
  shopName: "Hearth & Harbour",
  currency: "EUR",
  locales: ["en", "de", "fr", "es", "it", "pt", "nl", "pl"],
  demo: true,
  assistant: { name: "Juniper", ai: true },
  linkHosts: [],
};

const product = (id, name, category, description, optionName, values, price, soldOut = []) => ({
  id,
  name,
  category,
  description,
  imageUrl: `/demo/images/${id}.svg`,
  tags: [],
  variants: values.map((value, index) => ({
    id: `${id}-${index + 1}`,
    options: { [optionName]: value },
    available: !soldOut.includes(value),
    stock: soldOut.includes(value) ? 0 : index === 1 ? 3 : 24,
    price: price + index * 5,
  })),
});

export const products = [
  product(
    "P1001",
    "Forged skillet",
    "Kitchen",
    "A heavy pan that holds its heat and gets better with every meal. Works on every hob and in the oven.",
    "diameter",
    ["24 cm", "28 cm", "32 cm"],
    49,
  ),
  product(
    "P1002",
    "Enamel teapot",
    "Kitchen",
    "Holds enough for four, pours without a drip and keeps its colour for decades.",
    "colour",
    ["sage", "cream"],
    44.5,
  ),
  product(
    "P1006",
    "Burr coffee grinder",
    "Kitchen",
    "Eighteen steps from espresso to French press, quiet enough for early mornings.",
    "colour",
    ["walnut", "black"],
    89,
  ),
  product(
    "P1008",
    "French press",
    "Kitchen",
    "Double-walled glass and a fine steel filter.",
    "size",
    ["0.35 l", "1 l"],
    32,
  ),
  product(
    "P1102",
    "Woven throw",
    "Bedroom",
    "Warm without weight, woven from recycled wool.",
    "colour",
    ["mustard", "slate"],
    59,
  ),
  product(
    "P1204",
    "Reading armchair",
    "Living",
    "Deep enough for a long book, small enough for a corner.",
    "colour",
    ["rose", "moss"],
    349,
    ["moss"],
  ),
  product(
    "P1301",
    "Dome table lamp",
    "Lighting",
    "A soft pool of light with a brass foot and a dimmer in its cable.",
    "colour",
    ["green", "white"],
    79,
  ),
  product(
    "P1302",
    "Swing-arm desk lamp",
    "Lighting",
    "Reaches across the whole desk and stays where you leave it.",
    "colour",
    ["black", "brass"],
    69,
  ),
  product(
    "P1303",
    "Tripod floor lamp",
    "Lighting",
    "Linen shade on three oiled legs.",
    "wood",
    ["oak", "walnut"],
    129,
  ),
  product(
    "P1402",
    "Over-ear headphones",
    "Electronics",
    "Thirty hours of battery, soft pads and a switch that silences the train.",
    "colour",
    ["slate", "sand"],
    149,
  ),
  product(
    "P1404",
    "Robot vacuum",
    "Electronics",
    "Finds its way around chair legs and back to its charger.",
    "colour",
    ["white"],
    279,
  ),
  product(
    "P1501",
    "Canvas backpack",
    "Bags",
    "Room for a laptop and a weekend, with a strap that does not slip.",
    "colour",
    ["navy", "olive"],
    95,
    ["navy", "olive"],
  ),
];

export const customers = [
  {
    id: "C1001",
    firstName: "Marta",
    lastName: "Lindqvist",
    locale: "en",
    country: "SE",
    orders: 7,
    email: "marta@example.com",
  },
  {
    id: "C1002",
    firstName: "Jonas",
    lastName: "Brandt",
    locale: "de",
    country: "DE",
    orders: 2,
    email: "jonas@example.com",
  },
  {
    id: "C1003",
    firstName: "Élodie",
    lastName: "Garnier",
    locale: "fr",
    country: "FR",
    orders: 1,
    email: "elodie@example.com",
  },
  {
    id: "C1004",
    firstName: "Tomasz",
    lastName: "Wilk",
    locale: "pl",
    country: "PL",
    orders: 0,
    email: "tomasz@example.com",
  },
];

const item = (productId, variantIndex = 0) => {
  const found = products.find((entry) => entry.id === productId);
  const variant = found.variants[variantIndex];
  return {
    productId,
    variantId: variant.id,
    name: found.name,
    options: variant.options,
    price: variant.price,
  };
};

const address = {
  line1: "Kungsgatan 14",
  line2: "",
  city: "Göteborg",
  state: "",
  postalCode: "411 19",
  country: "SE",
};

const order = (id, status, placedAt, items, shipments = [], more = {}) => ({
  id,
  customerId: "C1001",
  status,
  placedAt,
  currency: "EUR",
  shippingAddress: address,
  items,
  shipments,
  payments: [
    {
      type: "payment",
      amount: items.reduce((sum, entry) => sum + entry.price, 0),
      paymentMethodId: "PM1",
    },
  ],
  ...more,
});

const shipment = (status, items, events, expectedAt) => ({
  trackingNumbers: ["NL4820917734SE"],
  variantIds: items.map((entry) => entry.variantId),
  carrier: "Nordpost",
  status,
  expectedAt,
  events,
});

const travelling = [item("P1301"), item("P1102"), item("P1008"), item("P1008")];
const delivered = [item("P1402")];
const late = [item("P1303", 1)];

export const orders = [
  order("#A1007", "pending", ago(0, 5), [item("P1001", 1), item("P1102")]),
  order("#A1006", "pending", ago(0, 9), [item("P1002")]),
  order("#A1005", "pending", ago(1), [item("P1006"), item("P1008", 1)]),
  order("#A1001", "processed", ago(3), travelling, [
    shipment(
      "in_transit",
      travelling,
      [
        {
          at: ago(2, 20),
          status: "label_created",
          text: "The sender has announced the parcel",
          location: "Malmö",
        },
        { at: ago(2, 4), status: "in_transit", text: "Picked up", location: "Malmö" },
        {
          at: ago(1, 6),
          status: "in_transit",
          text: "Arrived at the sorting centre",
          location: "Jönköping",
        },
        {
          at: ago(0, 3),
          status: "in_transit",
          text: "Left the sorting centre",
          location: "Jönköping",
        },
      ],
      ago(-1),
    ),
  ]),
  order("#A1004", "processed", ago(9), late, [
    shipment(
      "delayed",
      late,
      [{ at: ago(1), status: "delayed", text: "Held up by the weather" }],
      ago(-2),
    ),
  ]),
  order("#A0988", "delivered", ago(31), delivered, [
    shipment("delivered", delivered, [
      { at: ago(29), status: "in_transit", text: "Picked up", location: "Malmö" },
      { at: ago(28), status: "delivered", text: "Handed over at the door", location: "Göteborg" },
    ]),
  ]),
  order("#A0951", "cancelled", ago(64), [item("P1204")], [], {
    cancelReason: "NO_LONGER_NEEDED",
    payments: [
      { type: "payment", amount: 349, paymentMethodId: "PM1" },
      { type: "refund", amount: 349, paymentMethodId: "PM1" },
    ],
  }),
];

export const articles = [
  {
    id: "returns",
    locale: "en",
    title: "Returning something",
    body: "You have **30 days** from delivery to send back what you do not like.\n\n## How it works\n\n1. Ask for the return here or in *My orders*.\n2. Pack the item in any sturdy box.\n3. Hand it to the carrier with the label from our mail.\n\n| Way to pay | Money back in |\n|---|---|\n| Card | 5 to 7 business days |\n| Gift card | at once |\n\nSee also [shipping](/help/shipping).",
    tags: ["returns"],
    updatedAt: ago(20),
  },
  {
    id: "shipping",
    locale: "en",
    title: "Shipping times and costs",
    body: "Parcels leave our warehouse within one working day. Within Europe they take two to five days. Shipping is free from 60 EUR.",
    tags: ["shipping"],
    updatedAt: ago(45),
  },
  {
    id: "skillet-care",
    locale: "en",
    title: "Caring for your skillet",
    body: "Wash it by hand, dry it at once and rub in a drop of oil. A little rust comes off with salt.",
    tags: ["care"],
    updatedAt: ago(70),
  },
];
