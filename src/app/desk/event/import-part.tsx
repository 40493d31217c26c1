// Taking in what was typed in the meeting room: first looked at line by line, then taken in, or refused in plain words.
import type { LineFault } from "../../../domain/event-file.ts";
import { Button } from "../../../ui/button.tsx";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Alert, Message } from "../../../ui/message.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { WithEvent } from "./event-context.ts";
import type { FileRefusal, Preview } from "./import-model.ts";

const refusalKeys = {
  "too-large": "import.tooLarge",
  "not-text": "import.notText",
  "not-ours": "import.notOurs",
  newer: "import.newer",
  "other-event": "import.otherEvent",
} as const satisfies Record<FileRefusal, string>;
const faultKeys = {
  line: "import.fault.line",
  twice: "import.fault.twice",
  finding: "import.fault.finding",
  promise: "import.fault.promise",
  unit: "import.fault.unit",
  dueOn: "import.fault.dueOn",
  firstFollowUpOn: "import.fault.firstFollowUpOn",
} as const satisfies Record<LineFault, string>;
const verdictKeys = {
  new: "import.verdict.new",
  known: "import.verdict.known",
  differs: "import.verdict.differs",
  unlinked: "import.verdict.unlinked",
} as const;
const signs = { new: "+", known: "=", differs: "≠", unlinked: "+", refused: "✗" } as const;

export const ImportPart = ({ context }: WithEvent) => {
  const t = useT("event");
  const { typed } = context.models;
  const now = typed.state.value;
  if (now.state === "reading" || now.state === "importing") return <Busy />;
  return (
    <>
      {now.state === "refused" && (
        <Alert>
          <p>{t(refusalKeys[now.reason])}</p>
        </Alert>
      )}
      {now.state === "done" && (
        <Message kind="ok" title={t("import.done", { count: now.added })}>
          <p>{t("import.doneBody")}</p>
        </Message>
      )}
      {now.state === "preview" ? (
        <PreviewView context={context} preview={now.preview} />
      ) : (
        <FileDrop
          label={t("import.file")}
          hint={t("import.hint")}
          onFiles={([file]) => {
            if (file) void typed.look(file);
          }}
        />
      )}
    </>
  );
};

const PreviewView = ({ context, preview }: WithEvent & { readonly preview: Preview }) => {
  const t = useT("event");
  const { typed } = context.models;
  const added = preview.lines.filter(
    ({ verdict }) => verdict.type === "new" || verdict.type === "unlinked",
  ).length;
  return (
    <>
      <p>{t("import.preview", { count: preview.lines.length })}</p>
      <ol class="ruled event-lines">
        {preview.lines.map(({ item, verdict }) => (
          <li key={item}>
            <span aria-hidden="true">{signs[verdict.type]}</span> {t("import.item", { item })}{" "}
            {verdict.type === "refused" ? (
              t(faultKeys[verdict.fault])
            ) : (
              <>
                <span lang={preview.lang} dir="auto">
                  {verdict.line.promise}
                </span>{" "}
                <span class="muted">{t(verdictKeys[verdict.type])}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button disabled={added === 0} onClick={() => void typed.take()}>
          {t("import.take", { count: added })}
        </Button>
        <Button kind="quiet" onClick={typed.leave}>
          {t("import.leave")}
        </Button>
      </div>
    </>
  );
};
