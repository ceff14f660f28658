import { queryOptions, useQuery } from "@tanstack/react-query";
import { getMe } from "@/api/generated";
import { asRecord, asText, optionalText } from "./decode";
import "./http";
import { useIdentity } from "./identity";

export interface Customer {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  locale?: string;
}

export const meQuery = (identityKey: string) =>
  queryOptions({
    queryKey: ["me", identityKey],
    queryFn: async ({ signal }) => decodeCustomer((await getMe({ signal })).data),
    staleTime: 5 * 60_000,
  });

/**
 * The signed-in customer. `undefined` while it is not known yet, `null` for a guest: then nothing is
 * asked, since the answer is known.
 */
export function useCustomer(): Customer | null | undefined {
  const identity = useIdentity();
  const signedIn = identity.token !== undefined;
  const { data } = useQuery({ ...meQuery(identity.key), enabled: signedIn });
  return signedIn ? data : null;
}

function decodeCustomer(value: unknown): Customer | null {
  const json = asRecord(asRecord(value).customer);
  const id = asText(json.id);
  if (id === "") return null;
  return {
    id,
    firstName: asText(json.firstName),
    lastName: asText(json.lastName),
    email: asText(json.email),
    locale: optionalText(json.locale),
  };
}
