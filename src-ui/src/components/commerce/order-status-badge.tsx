import { Ban, Check, Clock, PackageCheck, RefreshCw, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/components/ui/badge";

const LOOKS = {
  pending: { tone: "warn", Icon: Clock },
  processed: { tone: "info", Icon: PackageCheck },
  delivered: { tone: "good", Icon: Check },
  cancelled: { tone: "neutral", Icon: Ban },
  return_requested: { tone: "brand", Icon: Undo2 },
  exchange_requested: { tone: "brand", Icon: RefreshCw },
  other: { tone: "neutral", Icon: Clock },
} as const satisfies Record<string, { tone: Tone; Icon: typeof Clock }>;

export function OrderStatusBadge({ status }: { status: string }) {
  const { t } = useTranslation();
  const known = status in LOOKS ? (status as keyof typeof LOOKS) : "other";
  const { tone, Icon } = LOOKS[known];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.4} />}>
      {t(`order.status.${known}`)}
    </Badge>
  );
}
