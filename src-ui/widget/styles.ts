/** A screen that has no room for a panel beside the page: a phone, a phone on its side, a page that is zoomed in. */
export const SMALL = "(max-width: 480px), (max-height: 420px)";

/** Looks of launcher and panel, inside a shadow root that the page's own rules don't reach. */
export const STYLES = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto !important;
  width: 0 !important; height: 0 !important; visibility: visible !important; opacity: 1 !important;
  transform: none !important; filter: none !important; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.launcher, .panel, .bubble { position: fixed; font: 16px/1.4 system-ui, sans-serif; }
.launcher { inset-block-end: calc(20px + env(safe-area-inset-bottom)); width: 56px; height: 56px; padding: 0; border: 0;
  border-radius: 50%; cursor: pointer; background: var(--color); color: var(--letters); display: grid; place-items: center;
  box-shadow: 0 2px 6px rgb(0 0 0 / .2), 0 10px 28px -8px rgb(0 0 0 / .4); transition: transform .18s ease, box-shadow .18s ease; }
.launcher:hover { transform: translateY(-2px); }
.launcher:focus-visible, .bubble button:focus-visible { outline: 3px solid var(--color); outline-offset: 3px; }
.launcher svg { width: 26px; height: 26px; }
.end > .launcher, .end > .panel, .end > .bubble { inset-inline-end: calc(20px + env(safe-area-inset-right)); }
.start > .launcher, .start > .panel, .start > .bubble { inset-inline-start: calc(20px + env(safe-area-inset-left)); }
.badge { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-width: 22px; height: 22px; padding: 0 6px;
  border-radius: 11px; background: #b3261e; color: #fff; font: 600 12px/22px system-ui, sans-serif; text-align: center; }
.bubble { inset-block-end: calc(88px + env(safe-area-inset-bottom)); max-width: min(280px, calc(100vw - 40px)); display: flex;
  gap: 4px; align-items: start; padding: 4px; border-radius: 16px; background: var(--ground); color: var(--ink);
  box-shadow: 0 2px 6px rgb(0 0 0 / .12), 0 12px 32px -10px rgb(0 0 0 / .35); }
.bubble button { all: unset; cursor: pointer; border-radius: 12px; padding: 10px 12px; }
.bubble .no { padding: 6px 10px; font-size: 18px; line-height: 1.4; color: var(--soft); }
.panel { inset-block-end: calc(88px + env(safe-area-inset-bottom)); width: 400px; height: min(680px, calc(100dvh - 112px));
  border-radius: 18px; overflow: hidden; background: var(--ground); box-shadow: 0 2px 8px rgb(0 0 0 / .14), 0 24px 60px -16px rgb(0 0 0 / .45);
  animation: rise .2s cubic-bezier(.2, .7, .3, 1); }
.panel iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
.wait { position: absolute; inset: 0; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); }
.wait button { all: unset; cursor: pointer; align-self: end; margin: 8px; padding: 8px; border-radius: 10px; color: var(--soft); display: grid; }
.wait button:focus-visible { outline: 3px solid var(--color); outline-offset: -1px; }
.wait svg { width: 22px; height: 22px; }
.wait p { margin: auto; padding: 0 32px 64px; max-width: 30ch; text-align: center; }
.wait p:empty { width: 44px; height: 44px; padding: 0; border-radius: 50%; background: var(--soft); opacity: .25; animation: breathe 1.4s ease-in-out infinite alternate; }
.light { --ground: #fff; --ink: #1c2421; --soft: #55605b; }
.dark { --ground: #242b29; --ink: #eef2f0; --soft: #b7c1bd; }
@media (prefers-color-scheme: light) { .auto { --ground: #fff; --ink: #1c2421; --soft: #55605b; } }
@media (prefers-color-scheme: dark) { .auto { --ground: #242b29; --ink: #eef2f0; --soft: #b7c1bd; } }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }
@keyframes breathe { to { opacity: .1; } }
@media ${SMALL} {
  .panel { inset: 0 !important; width: 100%; height: 100%; border-radius: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left); }
  .open > .launcher { display: none; }
}
@media (prefers-reduced-motion: reduce) { .panel, .wait p:empty { animation: none; } .launcher { transition: none; } }
@media (forced-colors: active) { .launcher, .panel, .bubble { border: 1px solid CanvasText; } }
`;

/** Outlines of 24 by 24. */
export const CHAT_ICON = "M7.9 20A9 9 0 1 0 4 16.1L2 22Z";
export const CLOSE_ICON = "M6 9l6 6 6-6";
export const CROSS_ICON = "M18 6L6 18M6 6l12 12";
