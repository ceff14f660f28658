import { Package } from "lucide-react";
import { useState } from "react";
import { cx } from "@/lib/cx";

interface ProductPictureProps {
  /** Absent for a product without a picture. */
  src: string | undefined;
  className?: string;
}

/** Decoration beside the product's name, so it has no text of its own. */
export function ProductPicture({ src, className }: ProductPictureProps) {
  const [broken, setBroken] = useState(false);
  return (
    <span
      className={cx(
        "grid shrink-0 place-items-center overflow-hidden bg-sunken text-ink-soft",
        className,
      )}
    >
      {src && !broken ? (
        <img
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="size-full object-cover"
        />
      ) : (
        <Package aria-hidden className="size-1/3 max-w-10" strokeWidth={1.5} />
      )}
    </span>
  );
}
