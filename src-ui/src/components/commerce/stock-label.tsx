import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import type { StockState } from "@/lib/domain/product";

interface StockLabelProps {
  state: StockState;
  /** Pieces left, told only when they are few. */
  left?: number;
}

const DOTS: Record<StockState, string> = {
  available: "bg-good",
  low: "bg-warn",
  unavailable: "bg-line-strong",
};

export function StockLabel({ state, left }: StockLabelProps) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-soft text-sm">
      <span aria-hidden className={cx("size-2 rounded-full", DOTS[state])} />
      {state === "low" && left !== undefined
        ? t("product.left", { count: left })
        : t(`product.stock.${state}`)}
    </span>
  );
}
