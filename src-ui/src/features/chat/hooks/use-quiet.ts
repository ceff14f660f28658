import { useEffect, useState } from "react";

/**
 * Whether the shopper has neither typed nor pressed anything for a while.
 *
 * @param key starts the time anew when it changes
 * @param ms how long it has to be quiet
 */
export function useQuiet(key: string | undefined, ms: number): boolean {
  const [quietFor, setQuietFor] = useState<string>();
  useEffect(() => {
    if (key === undefined) return;
    let timer = setTimeout(() => setQuietFor(key), ms);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setQuietFor(key), ms);
    };
    document.addEventListener("keydown", restart);
    document.addEventListener("pointerdown", restart);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", restart);
      document.removeEventListener("pointerdown", restart);
    };
  }, [key, ms]);
  return key !== undefined && quietFor === key;
}
