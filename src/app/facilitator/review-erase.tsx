// Erasing cannot be taken back, so it alone is asked about; the words promise no more than is true.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useT } from "../../ui/use-texts.ts";
import { useReview } from "./review-context.ts";

export const ReviewErase = (props: { readonly onReady: (open: () => void) => void }) => {
  const { model } = useReview();
  const t = useT("review");
  const isOpen = useSignal(false);
  useEffect(() => {
    props.onReady(() => {
      isOpen.value = true;
    });
  }, []);
  const close = () => {
    isOpen.value = false;
  };
  return (
    <Dialog
      title={t("erase.title")}
      open={isOpen.value}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("erase.keep")}</Button>
          <Button
            kind="danger"
            busy={model.busy.value && t("erase.working")}
            onClick={() => void model.erase().then(close)}
          >
            {t("erase.confirm")}
          </Button>
        </>
      }
    >
      <p>{t("erase.body")}</p>
      <p>{t("erase.reach")}</p>
    </Dialog>
  );
};
