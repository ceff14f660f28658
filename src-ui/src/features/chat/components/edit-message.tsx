import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { MAX_MESSAGE_LENGTH } from "../model/message";

interface EditMessageProps {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** Changes the shopper's last message in place. */
export function EditMessage({ text, onSave, onCancel }: EditMessageProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(text);
  const trimmed = draft.trim();
  return (
    <form
      className="rounded-2xl border border-brand bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed) onSave(trimmed);
      }}
    >
      <textarea
        aria-label={t("chat.editLabel")}
        // biome-ignore lint/a11y/noAutofocus: the shopper has just asked for this field
        autoFocus
        value={draft}
        dir="auto"
        maxLength={MAX_MESSAGE_LENGTH}
        rows={3}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
        className="w-full resize-none bg-transparent px-1 outline-none"
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {t("chat.cancelEdit")}
        </Button>
        <Button look="primary" type="submit" disabled={trimmed === ""}>
          {t("chat.saveEdit")}
        </Button>
      </div>
    </form>
  );
}
