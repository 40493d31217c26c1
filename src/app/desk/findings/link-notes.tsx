// From where one reads: links a note, or all of a filtered list, to a finding for or against it, or puts them in a theme;
// and shows which findings rest on a note already.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { DeskNote } from "../../../analysis/released-notes.ts";
import { foldFindings, foldThemes } from "../../../domain/findings.ts";
import { refKey } from "../../../domain/joined.ts";
import type { Named } from "../../../domain/record.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import type { MenuItem } from "../../../ui/menu.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { createDeskWork } from "../desk-work.ts";
import { refOf } from "./finding-notes.tsx";
import { wordsIn } from "./finding-words.ts";
import { createFindingsModel, type Side } from "./findings-model.ts";
import { createThemesModel } from "./themes-model.ts";
import "./findings.css";
import { threadMark } from "../use-thread-key.ts";

/** What a reading screen needs for its notes' way up; undefined where nothing may be written. */
export const useLinking = (deps: AppDeps, desk: OpenBox, records: readonly Named[]) => {
  const models = useMemo(() => {
    const work = createDeskWork(desk, () => deps.courier.nudge());
    return {
      failure: work.failure,
      findings: createFindingsModel(work, deps.env),
      themes: createThemesModel(work, deps.env),
    };
  }, [deps, desk]);
  const own = useMemo(() => {
    const findings = foldFindings(records).filter(({ fields }) => !fields.dropped);
    const themes = foldThemes(records).filter(
      ({ fields }) => !fields.dropped && fields.mergedInto === undefined,
    );
    const byNote = new Map<string, { readonly view: (typeof findings)[number]; side: Side }[]>();
    for (const view of findings) {
      for (const side of ["supports", "opposes"] as const) {
        for (const ref of view.fields[side]) {
          const list = byNote.get(refKey(ref)) ?? [];
          byNote.set(refKey(ref), [...list, { view, side }]);
        }
      }
    }
    return { standing: { findings, themes }, byNote };
  }, [records]);
  return { ...models, ...own };
};
export type Linking = ReturnType<typeof useLinking>;

type LinkProps = { readonly linking: Linking; readonly notes: readonly DeskNote[] };

/** As many as a finding or a theme can name. */
export const mostLinked = 2_000;

/** Its choices are drawn once it is opened: fifty rows with all findings each would make every key wait. */
export const LinkMenu = ({ linking, notes }: LinkProps) => {
  const t = useT("findings");
  const isOpen = useSignal(false);
  return (
    <Disclosure
      summary={notes.length === 1 ? t("link.one") : t("link.many", { count: notes.length })}
      open={isOpen.value}
      onToggle={(open) => {
        isOpen.value = open;
      }}
    >
      {isOpen.value && (
        <LinkChoices
          linking={linking}
          notes={notes}
          onDone={() => {
            isOpen.value = false;
          }}
        />
      )}
    </Disclosure>
  );
};

const LinkChoices = ({ linking, notes, onDone }: LinkProps & { readonly onDone: () => void }) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const [first] = notes;
  if (!first) return null;
  const refs = notes.map(refOf);
  const ofRound = <V extends { readonly fields: { readonly roundId: string } }>(
    views: readonly V[],
  ) => views.filter(({ fields }) => fields.roundId === first.roundId);
  const create = async () => {
    const findingId = await linking.findings.create({
      roundId: first.roundId,
      statement: {},
      type: "concern",
      dimension: first.dimensions[0],
      supports: refs,
    });
    if (findingId !== undefined) location.hash = `#/desk/findings/${findingId}`;
  };
  const side = (to: Side): readonly MenuItem[] =>
    ofRound(linking.standing.findings).map(({ findingId, fields }) => ({
      label: t(to === "supports" ? "link.for" : "link.against", {
        finding: wordsIn(fields.statement, code)?.text ?? t("list.unworded"),
      }),
      onSelect: () => void linking.findings.link(findingId, to, refs),
    }));
  const items: readonly MenuItem[] = [
    { label: t("link.new"), onSelect: () => void create() },
    ...side("supports"),
    ...side("opposes"),
    ...ofRound(linking.standing.themes).map(({ themeId, fields }) => ({
      label: t("link.theme", { theme: wordsIn(fields.name, code)?.text ?? "" }),
      onSelect: () => void linking.themes.link(themeId, refs),
    })),
  ];
  return (
    <ul class="link-choices">
      {notes.length === 1 && (
        <li>
          <a
            class="button button-quiet"
            href={`#/desk/measures/new?note=${first.session}/${first.noteId}`}
          >
            {t("link.urgent")}
          </a>
        </li>
      )}
      {items.map(({ label, onSelect }) => (
        <li key={label}>
          <Button
            kind="quiet"
            onClick={() => {
              onSelect();
              onDone();
            }}
          >
            {label}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** The findings that rest on a note: the way up. */
export const NoteFindings = ({
  linking,
  note,
}: {
  readonly linking: Linking;
  readonly note: DeskNote;
}) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const resting = linking.byNote.get(refKey(note)) ?? [];
  if (resting.length === 0) return null;
  return (
    <ul class="note-findings" aria-label={t("link.restsLabel")}>
      {resting.map(({ view, side }) => {
        const words = wordsIn(view.fields.statement, code);
        return (
          <li key={`${view.findingId} ${side}`} {...threadMark("finding", view.findingId)}>
            {t(side === "supports" ? "link.restsFor" : "link.restsAgainst")}{" "}
            <a class="alone" href={`#/desk/findings/${view.findingId}`} lang={words?.lang}>
              {words?.text ?? t("list.unworded")}
            </a>
          </li>
        );
      })}
    </ul>
  );
};
