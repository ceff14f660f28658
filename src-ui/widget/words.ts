/** The few words of the launcher; the chat in the frame has its own. */
export interface Words {
  open: string;
  close: string;
  /** Takes the greeting away. */
  dismiss: string;
  /** The panel's name. */
  panel: string;
  /** Has `{n}` in it. */
  unread: string;
}

const WORDS: Record<string, Words> = {
  en: {
    open: "Open chat",
    close: "Close chat",
    dismiss: "Dismiss",
    panel: "Chat",
    unread: "New messages: {n}",
  },
  de: {
    open: "Chat öffnen",
    close: "Chat schließen",
    dismiss: "Ausblenden",
    panel: "Chat",
    unread: "Neue Nachrichten: {n}",
  },
  fr: {
    open: "Ouvrir le chat",
    close: "Fermer le chat",
    dismiss: "Masquer",
    panel: "Chat",
    unread: "Nouveaux messages : {n}",
  },
  es: {
    open: "Abrir el chat",
    close: "Cerrar el chat",
    dismiss: "Ocultar",
    panel: "Chat",
    unread: "Mensajes nuevos: {n}",
  },
  it: {
    open: "Apri la chat",
    close: "Chiudi la chat",
    dismiss: "Nascondi",
    panel: "Chat",
    unread: "Nuovi messaggi: {n}",
  },
  pt: {
    open: "Abrir o chat",
    close: "Fechar o chat",
    dismiss: "Ocultar",
    panel: "Chat",
    unread: "Novas mensagens: {n}",
  },
  nl: {
    open: "Chat openen",
    close: "Chat sluiten",
    dismiss: "Verbergen",
    panel: "Chat",
    unread: "Nieuwe berichten: {n}",
  },
  pl: {
    open: "Otwórz czat",
    close: "Zamknij czat",
    dismiss: "Ukryj",
    panel: "Czat",
    unread: "Nowe wiadomości: {n}",
  },
  ar: {
    open: "افتح المحادثة",
    close: "أغلق المحادثة",
    dismiss: "إخفاء",
    panel: "المحادثة",
    unread: "رسائل جديدة: {n}",
  },
};

const FALLBACK = WORDS.en as Words;

/** @param locales wanted ones, the best first */
export function wordsFor(locales: readonly (string | undefined)[]): Words {
  for (const locale of locales) {
    const words = WORDS[(locale ?? "").slice(0, 2).toLowerCase()];
    if (words) return words;
  }
  return FALLBACK;
}
