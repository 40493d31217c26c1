// One quotable note: worded for outside, its hints, whether its group may be named and why not, approved or withdrawn.

import { useSignal } from "@preact/signals";
import { quoteObstacles, releaseOf } from "../../../analysis/publishable.ts";
import type { DeskNote } from "../../../analysis/released-notes.ts";
import { noteThreadId } from "../../../analysis/thread.ts";
import type { QuoteView } from "../../../domain/findings.ts";
import { type GroupObstacle, mayNameGroup } from "../../../domain/group-naming.ts";
import { tellingPartsOf } from "../../../domain/privacy/combination.ts";
import type { Localized } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choice.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextArea } from "../../../ui/field.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { PrivacyHints } from "../../session/privacy-hints.tsx";
import { threadMark } from "../use-thread-key.ts";
import { refOf } from "./finding-notes.tsx";
import { languagesOf, useLanguageName, useObstacles } from "./finding-words.ts";
import type { FindingsContext } from "./findings-context.ts";
import { LinkedNote } from "./linked-note.tsx";
import { quoteOf } from "./quotes-model.ts";

const groupKeys = {
  "no-group": "group.noGroup",
  "no-consent": "group.noConsent",
  "not-reviewed": "group.notReviewed",
  "not-approved": "group.notApproved",
  "few-people": "group.fewPeople",
  "personal-data": "group.personalData",
  "place-or-role": "group.placeOrRole",
} as const satisfies Record<GroupObstacle, string>;

type RowProps = { readonly note: DeskNote; readonly context: FindingsContext };

export const QuoteRow = ({ note, context }: RowProps) => {
  const t = useT("findings");
  const view = quoteOf(context.quotes, refOf(note));
  const obstacles = useObstacles();
  const keeps = view ? quoteObstacles(view, context.standing) : [];
  const isOut = view !== undefined && keeps.length === 0;
  return (
    <LinkedNote note={note} reading={context.reading}>
      {isOut ? (
        <>
          <NoteText text={view.fields.text} lang={view.fields.lang} quote size="small" />
          <p>✓ {t("quotes.isApproved")}</p>
          <Button onClick={() => void withdraw(context, view, t("quotes.withdrawn"))}>
            {t("quotes.withdraw")}
          </Button>
        </>
      ) : (
        view && <p>◔ {keeps.map((each) => obstacles[each]).join(" · ")}</p>
      )}
      <Disclosure summary={t(isOut ? "quotes.reword" : "quotes.word")}>
        <Wording note={note} context={context} />
      </Disclosure>
    </LinkedNote>
  );
};

const withdraw = async ({ models, onUndo }: FindingsContext, view: QuoteView, message: string) => {
  if (!(await models.quotes.withdraw(view.quoteId))) return;
  onUndo({ message, undo: () => void models.quotes.restore(view.quoteId) });
};

const nothingKnown: readonly string[] = [];

const Wording = ({ note, context }: RowProps) => {
  const t = useT("findings");
  const nameOf = useLanguageName();
  const view = quoteOf(context.quotes, refOf(note));
  const text = useSignal(view?.fields.text ?? note.text.slice(0, 2_000));
  const translation = useSignal<Localized>(
    view?.fields.translation ??
      (note.translation ? { [note.translation.lang]: note.translation.text.slice(0, 2_000) } : {}),
  );
  const withGroup = useSignal(view?.fields.withGroup === true);
  const release = releaseOf(refOf(note), context.standing)?.record;
  const texts = [
    { text: text.value, lang: note.lang },
    ...Object.entries(translation.value).map(([lang, words]) => ({ text: words, lang })),
  ];
  const { people, names } = context.standing;
  const against = release
    ? mayNameGroup({ release, approved: true, people, texts, names })
    : (["no-group"] as const);
  const isTelling = texts.some((each) => tellingPartsOf(each.text, each.lang, names).length === 3);
  const approve = () => {
    const roundId = context.reading.round?.roundId;
    const words = text.value.trim();
    if (!roundId || words === "" || isTelling) return;
    const others = Object.entries(translation.value).flatMap(([lang, said]) =>
      said.trim() === "" ? [] : [[lang, said.trim()] as const],
    );
    void context.models.quotes.approve(roundId, refOf(note), {
      lang: note.lang,
      text: words,
      translation: Object.fromEntries(others),
      withGroup: withGroup.value && against.length === 0,
    });
  };
  return (
    <div class="stack form">
      <TextArea
        label={t("quotes.text")}
        hint={t("quotes.textHint")}
        lang={note.lang}
        maxLength={2_000}
        value={text.value}
        onInput={(value) => {
          text.value = value;
        }}
      />
      <PrivacyHints
        text={text.value}
        lang={note.lang}
        known={nothingKnown}
        onMask={(next) => {
          text.value = next;
        }}
        onDismiss={() => undefined}
      />
      {languagesOf(context.reading)
        .filter((lang) => lang !== note.lang)
        .map((lang) => (
          <TextArea
            key={lang}
            label={t("quotes.translation", { language: nameOf(lang) })}
            optional
            lang={lang}
            maxLength={2_000}
            value={translation.value[lang] ?? ""}
            onInput={(value) => {
              translation.value = { ...translation.value, [lang]: value };
            }}
          />
        ))}
      {against.length === 0 && release ? (
        <Checkbox
          label={t("group.name", { group: release.groups.join(", ") })}
          hint={t("group.nameHint")}
          checked={withGroup.value}
          onChange={(checked) => {
            withGroup.value = checked;
          }}
        />
      ) : (
        <div>
          <p>{t("group.not")}</p>
          <ul>
            {against.map((each) => (
              <li key={each}>{t(groupKeys[each], { count: people })}</li>
            ))}
          </ul>
        </div>
      )}
      {isTelling && <p class="telling">! {t("keeps.telling")}</p>}
      <Button onClick={approve} disabled={isTelling}>
        {t("quotes.approve")}
      </Button>
    </div>
  );
};

/** A quote whose note is no longer there to be quoted. */
export const StaleQuote = (props: {
  readonly view: QuoteView;
  readonly context: FindingsContext;
}) => {
  const t = useT("findings");
  const obstacles = useObstacles();
  const { view, context } = props;
  const keeps = quoteObstacles(view, context.standing);
  return (
    <li {...threadMark("note", noteThreadId(view.fields.note))}>
      <NoteText text={view.fields.text} lang={view.fields.lang} quote size="small" />
      <p>! {keeps.map((each) => obstacles[each]).join(" · ")}</p>
      <Button onClick={() => void withdraw(context, view, t("quotes.withdrawn"))}>
        {t("quotes.withdraw")}
      </Button>
    </li>
  );
};
