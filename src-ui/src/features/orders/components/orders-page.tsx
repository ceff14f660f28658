import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Package } from "lucide-react";
import { useTranslation } from "react-i18next";
import { OrderRow } from "@/components/commerce/order-row";
import { buttonClass } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { MessageBox } from "@/components/ui/message-box";
import { Page } from "@/components/ui/page";
import { Paging } from "@/components/ui/paging";
import { useIdentity } from "@/lib/identity";
import { myOrdersQuery } from "@/lib/my-orders-query";
import { usePageSize } from "@/lib/use-page-size";
import { SignInPrompt } from "./sign-in-prompt";

const route = getRouteApi("/orders");

export function OrdersPage() {
  const { t } = useTranslation();
  const { key, token } = useIdentity();
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery({
    ...myOrdersQuery(key, page),
    enabled: token !== undefined,
  });
  const pageSize = usePageSize(data);

  return (
    <Page
      title={t("orders.title")}
      aside={data && data.total > 0 && t("orders.count", { count: data.total })}
      narrow
    >
      {token === undefined && <SignInPrompt />}
      {token !== undefined && error && !data && (
        <FailureBox error={error} onRetry={() => void refetch()} />
      )}
      {token !== undefined && !error && !data && <OrdersSkeleton />}
      {data?.total === 0 && (
        <MessageBox
          icon={<Package aria-hidden />}
          title={t("orders.empty")}
          action={
            <Link to="/shop" className={buttonClass("primary")}>
              {t("orders.browse")}
            </Link>
          }
        />
      )}
      {data && data.items.length > 0 && (
        <>
          <ul className="flex flex-col gap-3">
            {data.items.map((order) => (
              <li key={order.id}>
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
          <Paging
            page={page}
            total={data.total}
            pageSize={pageSize}
            onChange={(next) => void navigate({ search: { page: next } })}
          />
        </>
      )}
    </Page>
  );
}

function OrdersSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-3">
      {[1, 2, 3, 4].map((row) => (
        <div
          key={row}
          className="flex items-center gap-4 rounded-2xl border border-line bg-surface p-4"
        >
          <span className="skeleton size-14 rounded-xl" />
          <span className="flex flex-1 flex-col gap-2">
            <span className="skeleton h-4 w-40" />
            <span className="skeleton h-3.5 w-3/5" />
          </span>
        </div>
      ))}
    </div>
  );
}
