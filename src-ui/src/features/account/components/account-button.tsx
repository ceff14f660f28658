import { LogIn } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/components/ui/button";
import { useIdentity } from "@/lib/identity";
import { useCustomer } from "@/lib/me";
import { useShopConfig } from "@/lib/shop-config";
import { requestSignIn, useSignInRequested } from "@/lib/sign-in-request";

const DemoSignIn = lazy(() => import("./demo-sign-in"));

/** Says who is signed in; in a demo shop it opens the list of customers to be. */
export function AccountButton() {
  const { t } = useTranslation();
  const { demo } = useShopConfig();
  const { token } = useIdentity();
  const customer = useCustomer();
  const requested = useSignInRequested();
  if (!demo && token === undefined) return null;
  const name = customer ? `${customer.firstName} ${customer.lastName}` : "";
  return (
    <>
      <button
        type="button"
        onClick={requestSignIn}
        disabled={!demo}
        aria-haspopup="dialog"
        aria-label={token === undefined ? undefined : t("account.signedInAs", { name })}
        className={buttonClass(token === undefined ? "primary" : "quiet", "min-h-9! px-3!")}
      >
        {token === undefined ? (
          <>
            <LogIn aria-hidden className="size-4 max-[380px]:hidden" />
            {t("account.signIn")}
          </>
        ) : (
          <>
            <span
              aria-hidden
              className="grid size-7 place-items-center rounded-full bg-brand-soft font-semibold text-brand-ink text-xs"
            >
              {initials(customer?.firstName, customer?.lastName)}
            </span>
            <span className="max-w-32 truncate max-lg:hidden">{customer?.firstName}</span>
          </>
        )}
      </button>
      {requested && demo && (
        <Suspense>
          <DemoSignIn />
        </Suspense>
      )}
    </>
  );
}

function initials(firstName = "", lastName = ""): string {
  return `${firstName.slice(0, 1)}${lastName.slice(0, 1)}`.toUpperCase();
}
