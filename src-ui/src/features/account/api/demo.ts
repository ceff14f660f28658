import { queryOptions } from "@tanstack/react-query";
import { createDemoToken, listDemoCustomers } from "@/api/generated";
import { asList, asNumber, asRecord, asText } from "@/lib/decode";
import "@/lib/http";

export interface DemoCustomer {
  id: string;
  name: string;
  /** ISO code. */
  country: string;
  orders: number;
}

export const demoCustomersQuery = queryOptions({
  queryKey: ["demo", "customers"],
  queryFn: async ({ signal }) =>
    asList((await listDemoCustomers({ signal, throwOnError: true })).data).map(decodeCustomer),
  staleTime: 5 * 60_000,
});

/** A token that lets the visitor of a demo shop act as that customer. */
export async function fetchDemoToken(customerId: string): Promise<string> {
  const { data } = await createDemoToken({
    body: { subject: customerId, role: "shopper" },
    throwOnError: true,
  });
  return asText(asRecord(data).token);
}

function decodeCustomer(value: unknown): DemoCustomer {
  const json = asRecord(value);
  return {
    id: asText(json.id),
    name: `${asText(json.firstName)} ${asText(json.lastName)}`.trim(),
    country: asText(json.country),
    orders: asNumber(json.orders),
  };
}
