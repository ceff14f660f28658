import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { errorCode } from "@/lib/api-error";
import { useErrorText } from "@/lib/use-error-text";
import { Button } from "./button";
import { MessageBox } from "./message-box";

interface FailureBoxProps {
  error: unknown;
  onRetry: () => void;
}

/** Tells why a page's data could not be loaded, and offers to try again. */
export function FailureBox({ error, onRetry }: FailureBoxProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <div role="alert">
      <MessageBox
        icon={<TriangleAlert aria-hidden />}
        title={t("errors.title")}
        action={
          <Button onClick={onRetry}>
            <RotateCw aria-hidden className="size-4" />
            {t("errors.retry")}
          </Button>
        }
      >
        {errorText(errorCode(error))}
      </MessageBox>
    </div>
  );
}
