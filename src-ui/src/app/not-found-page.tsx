import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/components/ui/button";
import { MessageBox } from "@/components/ui/message-box";
import { Page } from "@/components/ui/page";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")} hideHeading>
      <MessageBox
        icon={<Compass aria-hidden />}
        title={t("notFound.title")}
        action={
          <Link to="/" className={buttonClass("primary")}>
            {t("notFound.home")}
          </Link>
        }
      >
        {t("notFound.text")}
      </MessageBox>
    </Page>
  );
}
