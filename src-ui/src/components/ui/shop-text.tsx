import { useTextLanguage } from "@/lib/use-text-language";

interface ShopTextProps {
  text: string;
  /** The language that the server was asked for, where that may not be the page's. */
  asked?: string;
  className?: string;
}

/** Words that the shop wrote, which may be in another language than the page and run the other way. */
export function ShopText({ text, asked, className }: ShopTextProps) {
  const languageOf = useTextLanguage();
  return (
    <bdi lang={languageOf(text, asked)} className={className}>
      {text}
    </bdi>
  );
}
