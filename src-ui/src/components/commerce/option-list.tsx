import { ShopText } from "@/components/ui/shop-text";

interface OptionListProps {
  options: Record<string, string>;
}

/** A variant's options in one line, such as "black · 1.5 l". */
export function OptionList({ options }: OptionListProps) {
  const values = Object.values(options);
  if (values.length === 0) return null;
  return <ShopText text={values.join(" · ")} className="text-ink-soft text-sm" />;
}
