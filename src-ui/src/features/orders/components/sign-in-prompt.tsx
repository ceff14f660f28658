import { PackageSearch } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { MessageBox } from "@/components/ui/message-box";
import { requestSignIn, useSignInOffered } from "@/lib/sign-in-request";

/** What a guest sees in place of orders. */
export function SignInPrompt() {
  const { t } = useTranslation();
  const offered = useSignInOffered();
  return (
    <MessageBox
      icon={<PackageSearch aria-hidden />}
      title={t("orders.signInTitle")}
      action={
        offered && (
          <Button look="primary" onClick={requestSignIn}>
            {t("account.signIn")}
          </Button>
        )
      }
    >
      {t("orders.signInText")}
    </MessageBox>
  );
}
