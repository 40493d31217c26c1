// How a sheet that came back stands: being read, refused, shown with what it would change, taken in.
import type { ComponentChildren } from "preact";
import { Button } from "../../../ui/button.tsx";
import { Alert, Status } from "../../../ui/message.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import type { DeskWork } from "../desk-work.ts";
import type { SheetIn } from "./sheet-in.ts";

export type SheetResultProps<P, E> = {
  readonly sheet: SheetIn<P, E>;
  readonly work: DeskWork;
  readonly sayError: (error: E) => string;
  readonly show: (preview: P) => ComponentChildren;
  /** The words of the button, or undefined where nothing would change. */
  readonly sayApply: (preview: P) => string | undefined;
  readonly sayDone: (count: number) => string;
};

export const SheetResult = <P, E>(props: SheetResultProps<P, E>) => {
  const t = useT("plans");
  const common = useT("common");
  const errors = useT("errors");
  const { sheet, work } = props;
  const now = sheet.current.value;
  switch (now.state) {
    case "idle":
      return null;
    case "reading":
      return <Busy />;
    case "unreadable":
      return (
        <Alert>
          <p>{t("back.unreadable")}</p>
        </Alert>
      );
    case "refused":
      return (
        <Alert>
          <p>{props.sayError(now.error)}</p>
          <p>{t("back.nothing")}</p>
        </Alert>
      );
    case "failed":
      return (
        <Alert>
          <p>{work.failure.value ? errorText(errors, work.failure.value) : t("back.nothing")}</p>
        </Alert>
      );
    case "done":
      return (
        <Status>
          <p>{props.sayDone(now.count)}</p>
        </Status>
      );
    default: {
      const apply = props.sayApply(now.preview);
      return (
        <section class="sheet-preview" aria-label={t("back.preview")}>
          {now.hasMoved && (
            <Alert kind="warning">
              <p>{t("back.moved")}</p>
            </Alert>
          )}
          {props.show(now.preview)}
          <div class="actions">
            {apply && (
              <Button
                kind="primary"
                busy={now.state === "writing" && t("back.writing")}
                onClick={() => void sheet.apply()}
              >
                {apply}
              </Button>
            )}
            <Button onClick={sheet.forget}>{common("action.cancel")}</Button>
          </div>
        </section>
      );
    }
  }
};
