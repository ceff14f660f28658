/** Shown while a page's code is on its way. */
export function PageSkeleton() {
  return (
    <div aria-hidden className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
      <span className="skeleton mb-6 block h-8 w-56" />
      <span className="skeleton block h-64 w-full rounded-2xl" />
    </div>
  );
}
