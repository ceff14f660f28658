import { afterEach, expect, test, vi } from "vitest";

interface Api {
  open(): void;
  destroy(): void;
}
const page = window as unknown as { Attendant?: Api | { q: unknown[] } };

async function load(): Promise<Api> {
  vi.resetModules();
  await import("./main");
  return page.Attendant as Api;
}

function putScript(): void {
  document.body.innerHTML = '<script src="https://support.example.com/widget.js"></script>';
}

const isOpen = () =>
  document
    .querySelector("[data-attendant]")
    ?.shadowRoot?.querySelector(".launcher")
    ?.getAttribute("aria-expanded") === "true";

afterEach(() => {
  if (page.Attendant && "destroy" in page.Attendant) page.Attendant.destroy();
  delete page.Attendant;
});

test("calls from before the script are done, and unknown ones told", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  putScript();
  page.Attendant = { q: [["open"], ["explode"], 7] };
  await load();
  expect(isOpen()).toBe(true);
  expect(warn).toHaveBeenCalledTimes(2);
});

test("the script is on a page once, and can come again when it was taken off", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  putScript();
  const api = await load();
  expect(await load()).toBe(api);
  expect(warn).toHaveBeenCalledOnce();
  api.destroy();
  expect(page.Attendant).toBeUndefined();
  expect(await load()).not.toBe(api);
  expect(document.querySelectorAll("[data-attendant]")).toHaveLength(1);
});
