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
  /** Stands in the panel when there is no chat to be had. */
  failed: string;
}

const WORDS: Record<string, Words> = {
  en: {
    open: "Open chat",
    close: "Close chat",
    dismiss: "Dismiss",
    panel: "Chat",
    unread: "New messages: {n}",
    failed: "The chat can’t be reached right now. Please try again in a moment.",
  },
  de: {
    open: "Chat öffnen",
    close: "Chat schließen",
    dismiss: "Ausblenden",
    panel: "Chat",
    unread: "Neue Nachrichten: {n}",
    failed: "Der Chat ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
  },
  fr: {
    open: "Ouvrir le chat",
    close: "Fermer le chat",
    dismiss: "Masquer",
    panel: "Chat",
    unread: "Nouveaux messages : {n}",
    failed: "Le chat est momentanément indisponible. Veuillez réessayer dans un instant.",
  },
  es: {
    open: "Abrir el chat",
    close: "Cerrar el chat",
    dismiss: "Ocultar",
    panel: "Chat",
    unread: "Mensajes nuevos: {n}",
    failed: "El chat no está disponible en este momento. Inténtelo de nuevo en unos instantes.",
  },
  it: {
    open: "Apri la chat",
    close: "Chiudi la chat",
    dismiss: "Nascondi",
    panel: "Chat",
    unread: "Nuovi messaggi: {n}",
    failed: "La chat non è al momento raggiungibile. Riprovi tra poco.",
  },
  pt: {
    open: "Abrir o chat",
    close: "Fechar o chat",
    dismiss: "Ocultar",
    panel: "Chat",
    unread: "Novas mensagens: {n}",
    failed: "O chat não está disponível neste momento. Tente novamente dentro de instantes.",
  },
  nl: {
    open: "Chat openen",
    close: "Chat sluiten",
    dismiss: "Verbergen",
    panel: "Chat",
    unread: "Nieuwe berichten: {n}",
    failed: "De chat is even niet bereikbaar. Probeer het zo nog eens.",
  },
  pl: {
    open: "Otwórz czat",
    close: "Zamknij czat",
    dismiss: "Ukryj",
    panel: "Czat",
    unread: "Nowe wiadomości: {n}",
    failed: "Czat jest chwilowo niedostępny. Spróbuj ponownie za chwilę.",
  },
  ar: {
    open: "افتح المحادثة",
    close: "أغلق المحادثة",
    dismiss: "إخفاء",
    panel: "المحادثة",
    unread: "رسائل جديدة: {n}",
    failed: "تعذّر الوصول إلى المحادثة الآن. يُرجى المحاولة مرة أخرى بعد قليل.",
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
