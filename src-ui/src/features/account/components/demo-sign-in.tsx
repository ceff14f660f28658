import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, LogOut, X } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { errorCode } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useFormat } from "@/lib/i18n/use-format";
import { signIn, signOut, useIdentity } from "@/lib/identity";
import { endSignIn } from "@/lib/sign-in-request";
import { useErrorText } from "@/lib/use-error-text";
import { type DemoCustomer, demoCustomersQuery, fetchDemoToken } from "../api/demo";

/** Lets the visitor of a demo shop choose whom to be. */
export default function DemoSignIn() {
  const { t } = useTranslation();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const { key } = useIdentity();
  const [filter, setFilter] = useState("");
  const { data, error, refetch } = useQuery(demoCustomersQuery);
  const signingIn = useMutation({
    mutationFn: async (customer: DemoCustomer) => {
      const token = await fetchDemoToken(customer.id);
      forgetPersonalData();
      signIn(customer.id, token);
    },
    onSuccess: endSignIn,
  });
  const forgetPersonalData = () => queryClient.removeQueries({ queryKey: ["me"] });

  useLayoutEffect(() => {
    const dialog = dialogRef.current;
    dialog?.showModal();
    // Closed before it leaves the page, it gives the focus back to where it was opened.
    return () => dialog?.close();
  }, []);

  const wanted = filter.trim().toLocaleLowerCase();
  const customers = data?.filter((c) => c.name.toLocaleLowerCase().includes(wanted));
  return (
    <dialog
      ref={dialogRef}
      aria-labelledby="demo-sign-in-title"
      onClose={() => !dialogRef.current?.open && endSignIn()}
      onClick={(event) => event.target === dialogRef.current && endSignIn()}
      onKeyDown={(event) => event.key === "Escape" && endSignIn()}
      className="m-auto max-h-[min(44rem,calc(100dvh-2rem))] w-[min(30rem,calc(100vw-1.5rem))] overflow-hidden rounded-3xl border border-line bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/45 backdrop:backdrop-blur-[2px]"
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex items-start gap-3 p-5 pb-3">
          <div className="flex-1">
            <h2 id="demo-sign-in-title" className="font-bold text-xl">
              {t("account.demoTitle")}
            </h2>
            <p className="mt-1 text-ink-soft text-sm">{t("account.demoText")}</p>
          </div>
          <Button look="quiet" aria-label={t("account.close")} onClick={endSignIn}>
            <X aria-hidden className="size-5" />
          </Button>
        </header>
        <div className="px-5 pb-3">
          <input
            type="search"
            aria-label={t("account.search")}
            placeholder={t("account.search")}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            className="h-10 w-full rounded-xl border border-line bg-canvas px-3.5 placeholder:text-ink-soft focus:border-brand focus:outline-none focus-visible:ring-2 focus-visible:ring-brand/30"
          />
          {signingIn.error && (
            <p role="alert" className="mt-2 text-bad text-sm">
              {errorText(errorCode(signingIn.error))}
            </p>
          )}
        </div>
        <div className="min-h-40 flex-1 overflow-y-auto px-3">
          {error && !data && <FailureBox error={error} onRetry={() => void refetch()} />}
          {!error && !data && <CustomersSkeleton />}
          {customers?.length === 0 && (
            <p className="p-4 text-center text-ink-soft">{t("account.nobody")}</p>
          )}
          <ul className="flex flex-col gap-0.5 pb-2">
            {customers?.map((customer) => (
              <li key={customer.id}>
                <CustomerChoice
                  customer={customer}
                  current={customer.id === key}
                  disabled={signingIn.isPending}
                  onChoose={() => signingIn.mutate(customer)}
                />
              </li>
            ))}
          </ul>
        </div>
        <footer className="border-line border-t p-3">
          <Button
            look="quiet"
            className="w-full"
            onClick={() => {
              forgetPersonalData();
              signOut();
              endSignIn();
            }}
          >
            <LogOut aria-hidden className="size-4" />
            {t("account.guest")}
          </Button>
        </footer>
      </div>
    </dialog>
  );
}

interface CustomerChoiceProps {
  customer: DemoCustomer;
  current: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function CustomerChoice({ customer, current, disabled, onChoose }: CustomerChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      aria-current={current || undefined}
      className={cx(
        "flex w-full items-center gap-3 rounded-xl px-2.5 py-2 text-start transition-colors hover:bg-sunken",
        current && "bg-brand-soft",
      )}
    >
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full bg-brand-soft font-semibold text-brand-ink text-sm"
      >
        {customer.name.slice(0, 1)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          <bdi>{customer.name}</bdi>
        </span>
        <span className="block text-ink-soft text-sm">
          {format.country(customer.country)} · {t("account.orderCount", { count: customer.orders })}
        </span>
      </span>
      {current && <Check aria-hidden className="size-5 text-brand" />}
    </button>
  );
}

function CustomersSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-3 p-2.5">
      {[1, 2, 3, 4, 5].map((row) => (
        <span key={row} className="skeleton h-10" />
      ))}
    </div>
  );
}
