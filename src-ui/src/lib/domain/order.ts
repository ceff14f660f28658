import {
  asFlag,
  asList,
  asNumber,
  asRecord,
  asText,
  asTextList,
  asTextMap,
  optionalText,
} from "@/lib/decode";

export interface Address {
  line1: string;
  line2: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
}

/** One piece of an order, as it was when it was bought. */
export interface OrderItem {
  productId: string;
  variantId: string;
  name: string;
  options: Record<string, string>;
  price: number;
}

export interface ShipmentEvent {
  at: string;
  status: string;
  location?: string;
  text?: string;
}

export interface Shipment {
  trackingNumbers: string[];
  variantIds: string[];
  carrier?: string;
  status?: string;
  expectedAt?: string;
  events: ShipmentEvent[];
}

export interface Payment {
  type: string;
  amount: number;
  paymentMethodId: string;
}

export interface Order {
  id: string;
  status: string;
  placedAt?: string;
  currency?: string;
  note?: string;
  shippingAddress: Address;
  items: OrderItem[];
  shipments: Shipment[];
  payments: Payment[];
  cancelReason?: string;
  itemsModified: boolean;
}

export function decodeOrder(value: unknown): Order {
  const json = asRecord(value);
  return {
    id: asText(json.id),
    status: asText(json.status, "pending"),
    placedAt: optionalText(json.placedAt),
    currency: optionalText(json.currency),
    note: optionalText(json.note),
    shippingAddress: decodeAddress(json.shippingAddress),
    items: asList(json.items).map(decodeItem),
    shipments: asList(json.shipments).map(decodeShipment),
    payments: asList(json.payments).map(decodePayment),
    cancelReason: optionalText(json.cancelReason),
    itemsModified: asFlag(json.itemsModified),
  };
}

/** A return or an exchange begins only after the delivery. */
const ARRIVED_OR_ENDED = new Set([
  "delivered",
  "cancelled",
  "return_requested",
  "exchange_requested",
]);

/** Whether the shopper still waits for it. */
export function isUnderway(order: Order): boolean {
  return !ARRIVED_OR_ENDED.has(order.status);
}

/** What the items cost together, in the order's currency. */
export function orderTotal(order: Order): number {
  return sum(order.items.map((item) => item.price));
}

/** What has gone back to the shopper so far, in the order's currency. */
export function refundedTotal(order: Order): number {
  return sum(order.payments.filter((p) => p.type === "refund").map((p) => p.amount));
}

export interface OrderLine extends OrderItem {
  quantity: number;
}

/** Equal pieces as one line with a quantity; the order of the first appearance is kept. */
export function orderLines(order: Order): OrderLine[] {
  const lines = new Map<string, OrderLine>();
  for (const item of order.items) {
    const key = `${item.variantId} ${item.price}`;
    const line = lines.get(key);
    if (line) line.quantity += 1;
    else lines.set(key, { ...item, quantity: 1 });
  }
  return [...lines.values()];
}

// Cents, because the sum of binary fractions would show a wrong last digit.
function sum(amounts: number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}

function decodeAddress(value: unknown): Address {
  const json = asRecord(value);
  return {
    line1: asText(json.line1),
    line2: asText(json.line2),
    city: asText(json.city),
    state: asText(json.state),
    postalCode: asText(json.postalCode),
    country: asText(json.country),
  };
}

function decodeItem(value: unknown): OrderItem {
  const json = asRecord(value);
  return {
    productId: asText(json.productId),
    variantId: asText(json.variantId),
    name: asText(json.name),
    options: asTextMap(json.options),
    price: asNumber(json.price),
  };
}

function decodeShipment(value: unknown): Shipment {
  const json = asRecord(value);
  return {
    trackingNumbers: asTextList(json.trackingNumbers),
    variantIds: asTextList(json.variantIds),
    carrier: optionalText(json.carrier),
    status: optionalText(json.status),
    expectedAt: optionalText(json.expectedAt),
    events: asList(json.events).map(decodeShipmentEvent),
  };
}

function decodeShipmentEvent(value: unknown): ShipmentEvent {
  const json = asRecord(value);
  return {
    at: asText(json.at),
    status: asText(json.status),
    location: optionalText(json.location),
    text: optionalText(json.text),
  };
}

function decodePayment(value: unknown): Payment {
  const json = asRecord(value);
  return {
    type: asText(json.type),
    amount: asNumber(json.amount),
    paymentMethodId: asText(json.paymentMethodId),
  };
}
