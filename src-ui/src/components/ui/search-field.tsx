import { Search } from "lucide-react";
import { useEffect, useState } from "react";

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  /** Called when the shopper pauses or presses Enter. */
  onSearch: (value: string) => void;
}

const PAUSE_MS = 300;

export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);

  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text);
        }}
        className="relative"
      >
        <Search
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute start-3.5 top-1/2 size-4.5 text-ink-soft"
        />
        <input
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-11 w-full rounded-xl border border-line bg-surface ps-10.5 pe-4 text-base placeholder:text-ink-soft focus:border-brand focus:outline-none focus-visible:ring-2 focus-visible:ring-brand/30"
        />
      </form>
    </search>
  );
}
