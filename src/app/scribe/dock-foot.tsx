// The last line of the dock: the way to all other marks, what the chips apply to, and the way back from the last change.
import { useComputed } from "@preact/signals";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useT } from "../../ui/use-texts.ts";
import { useCapture } from "./capture-context.ts";
import { toExcerpt } from "./undo-stack.ts";
import { useLater } from "./use-later.ts";

const undoWords = {
  saved: "undo.saved",
  tagged: "undo.tagged",
  edited: "undo.edited",
  struck: "undo.struck",
  restored: "undo.restored",
} as const;

const Undo = () => {
  const { model, field } = useCapture();
  const t = useT("scribe");
  const entry = model.undoStack.top.value;
  if (!entry || !model.undoStack.isShown.value || model.editing.value) return null;
  const message =
    entry.kind === "phase" ? t("undo.phase") : t(undoWords[entry.kind], { excerpt: entry.excerpt });
  return (
    <UndoBar
      message={message}
      onUndo={() => {
        void model.undo();
        field.current?.focus();
      }}
      onDismiss={model.undoStack.dismiss}
    />
  );
};

/** A language other than the usual one is never out of sight. */
const OtherLanguage = () => {
  const { model, panel, usualLanguage } = useCapture();
  const t = useT("scribe");
  const { lang } = model.draft.value;
  if (usualLanguage === undefined || lang === usualLanguage) return null;
  return (
    <Button
      kind="quiet"
      onClick={() => {
        panel.value = "details";
      }}
    >
      {t("dock.language", { language: writtenLanguage(lang).endonym })}
    </Button>
  );
};

/** Advice can wait: it comes after the field, and where it cannot be had writing goes on without it. */
const loadHints = async () => (await import("./dock-hints.tsx")).DockHints;

export const DockFoot = () => {
  const { model, panel, settings } = useCapture();
  const t = useT("scribe");
  const Hints = useLater(loadHints);
  const isOpen = panel.value === "details";
  const latest = useComputed(() => model.target.value.latest).value;
  return (
    <div class="dock-foot">
      <Button
        kind="quiet"
        aria-expanded={isOpen}
        onClick={() => {
          panel.value = isOpen ? "none" : "details";
        }}
      >
        {isOpen ? t("dock.less") : t("dock.more")}
      </Button>
      <OtherLanguage />
      {Hints && settings.privacyHints && <Hints />}
      {latest && (
        <p class="dock-target">{t("dock.latest", { excerpt: toExcerpt(latest.fields.text) })}</p>
      )}
      <Undo />
    </div>
  );
};
