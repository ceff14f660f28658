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
  gap: 4px; align-items: start; padding: 4px; border-radius: 16px; background: #fff; color: #1c2421;
  box-shadow: 0 2px 6px rgb(0 0 0 / .12), 0 12px 32px -10px rgb(0 0 0 / .35); }
.bubble button { all: unset; cursor: pointer; border-radius: 12px; padding: 10px 12px; }
.bubble .no { padding: 6px 10px; font-size: 18px; line-height: 1.4; color: #55605b; }
.panel { inset-block-end: calc(88px + env(safe-area-inset-bottom)); width: 400px; height: min(680px, calc(100dvh - 112px));
  border-radius: 18px; overflow: hidden; background: Canvas; box-shadow: 0 2px 8px rgb(0 0 0 / .14), 0 24px 60px -16px rgb(0 0 0 / .45);
  animation: rise .2s cubic-bezier(.2, .7, .3, 1); }
.panel iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
.dark .bubble { background: #242b29; color: #eef2f0; }
.dark .bubble .no { color: #b7c1bd; }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }
@media (max-width: 480px) {
  .panel { inset: 0 !important; width: 100%; height: 100%; border-radius: 0; }
  .open > .launcher { display: none; }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } .launcher { transition: none; } }
@media (forced-colors: active) { .launcher, .panel, .bubble { border: 1px solid CanvasText; } }
`;

/** Outlines of 24 by 24. */
export const CHAT_ICON = "M7.9 20A9 9 0 1 0 4 16.1L2 22Z";
export const CLOSE_ICON = "M6 9l6 6 6-6";
