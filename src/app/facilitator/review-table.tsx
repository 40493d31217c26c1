// The two sides of the review, and what stands above them: how far one has come, what can be taken back, the way on.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { createHintLook } from "../../domain/privacy/hinted-notes.ts";
import type { Key } from "../../i18n/resources.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Alert } from "../../ui/message.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useT } from "../../ui/use-texts.ts";
import { errorText } from "../error-key.ts";
import { isControl } from "../session/key-target.ts";
import { toggleDimension } from "../session/tag-changes.ts";
import { ReviewAgreement } from "./review-agreement.tsx";
import { ReviewContext, type ReviewSharing, useReview } from "./review-context.ts";
import type { ReviewDone } from "./review-core.ts";
import { toReviewAction } from "./review-keys.ts";
import { ReviewList } from "./review-list.tsx";
import { ReviewNote } from "./review-note.tsx";
import { ReviewOwn } from "./review-own.tsx";
import { SuggestingSwitch } from "./review-suggestion.tsx";

const doneKeys: Readonly<Record<ReviewDone, Key<"review">>> = {
  approved: "done.approved",
  approvedAll: "done.approvedAll",
  returned: "done.returned",
  heldBack: "done.heldBack",
  reworded: "done.reworded",
  tagged: "done.tagged",
  split: "done.split",
  merged: "done.merged",
  settled: "done.settled",
  refused: "done.refused",
  added: "done.added",
};
const keysOff = "review-keys-off";

export const ReviewTable = (shared: ReviewSharing) => {
  const { model, writing, deps } = shared;
  const t = useT("review");
  const errors = useT("errors");
  const isKeyed = useSignal(true);
  useEffect(() => {
    void writing.restore();
    void model.suggesting.begin(shared.contents.codebook);
    void deps.device.readSetting(keysOff).then((kept) => {
      isKeyed.value = !(kept.ok && kept.value === true);
    });
  }, [writing, deps]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isKeyed.value || writing.open.value || isControl(event.target)) return;
      if (act(shared, toReviewAction(event))) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [shared.model, writing]);
  const { queue, undo, failure } = model;
  const isHinted = useMemo(() => createHintLook(model.knownWords.value), [model.knownWords.value]);
  useEffect(() => {
    const hinted = queue.value.filter(({ fields }) => isHinted(fields));
    model.hinted.value = new Set(hinted.map(({ noteId }) => noteId));
  }, [queue.value, isHinted]);
  if (queue.value.length === 0) return <Nothing {...shared} />;
  return (
    <ReviewContext.Provider value={shared}>
      <Head />
      {failure.value && (
        <Alert>
          <p>{errorText(errors, failure.value)}</p>
        </Alert>
      )}
      <div class="review">
        <ReviewList />
        <ReviewNote />
      </div>
      <ReviewOwn />
      <ReviewAgreement />
      <Disclosure summary={t("keys.title")}>
        <p>{t("keys.body")}</p>
        <Checkbox
          label={t("keys.on")}
          checked={isKeyed.value}
          onChange={(on) => {
            isKeyed.value = on;
            void deps.device.writeSetting(keysOff, !on);
          }}
        />
      </Disclosure>
      <SuggestingSwitch />
      {undo.value && (
        <UndoBar
          message={t(doneKeys[undo.value.done], { count: undo.value.count })}
          onUndo={() => void model.takeBack()}
          onDismiss={model.dismissUndo}
        />
      )}
    </ReviewContext.Provider>
  );
};

const act = (
  { model, writing, contents }: ReviewSharing,
  action: ReturnType<typeof toReviewAction>,
): boolean => {
  const note = model.current.value;
  switch (action?.type) {
    case "next":
    case "previous":
      model.move(action.type === "next" ? 1 : -1);
      return true;
    case "approve":
      void model.approve();
      return true;
    case "edit":
      if (note) writing.begin("reword", note, note.fields.text);
      return true;
    case "undo":
      void model.takeBack();
      return true;
    case "suggest":
      model.suggesting.show();
      return model.suggesting.offered.value.length > 0;
    case "dimension": {
      const id = contents.codebook.dimensions[action.number - 1]?.id;
      if (id) void model.tag(toggleDimension(id));
      return id !== undefined;
    }
    case undefined:
      return false;
  }
};

const Nothing = ({ box }: ReviewSharing) => {
  const t = useT("review");
  return (
    <Empty title={t("empty.title")} actions={<LinkButton href="#/">{t("empty.home")}</LinkButton>}>
      <p>{t("empty.body")}</p>
      <p>
        <LinkButton kind="quiet" href={`#/session/${box.box}/hand-over`}>
          {t("way.handOver")}
        </LinkButton>
      </p>
    </Empty>
  );
};

const Head = () => {
  const { model, box } = useReview();
  const t = useT("review");
  const { total, approved, returned, heldBack, waiting } = model.progress.value;
  const untouched = model.untouched.value.length;
  const judged = total - waiting;
  return (
    <div class="review-head">
      <div>
        <p role="status">
          <strong class="numeric">{t("progress.judged", { judged, total })}</strong>{" "}
          {t("progress.parts", { approved, returned, heldBack })}
        </p>
        <progress
          class="review-progress"
          max={total}
          value={judged}
          aria-label={t("progress.label")}
        />
      </div>
      <div class="actions">
        {untouched > 0 && (
          <Button onClick={() => void model.approveUntouched()}>
            {t("approveAll", { count: untouched })}
          </Button>
        )}
        {waiting === 0 && (
          <LinkButton kind="primary" href={`#/session/${box.box}/hand-over`}>
            {t("way.handOver")}
          </LinkButton>
        )}
      </div>
    </div>
  );
};
