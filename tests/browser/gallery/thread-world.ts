// A whole thread over the practice round and the round after it: what was said, found, promised, done, seen, and answered.

import { toCarriedId } from "../../../src/analysis/carried-over.ts";
import type { AppDeps } from "../../../src/app/deps.ts";
import { createRound } from "../../../src/app/desk/desk-plan.ts";
import type { OpenBox } from "../../../src/app/open-box.ts";
import { createEntityId, type RecordDraft } from "../../../src/app/record-writer.ts";
import { foldReleases, foldRounds } from "../../../src/domain/desk.ts";
import type { Release, ReleasedNote } from "../../../src/domain/desk-records.ts";
import { type Named, ofKind } from "../../../src/domain/record.ts";
import { BoxId, EntityId, RecordId } from "../../../src/domain/schema.ts";

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error("the thread's world was not made");
  return result.value;
};

const idOf = (text: string) => EntityId.parse(text.padEnd(32, "0"));
export const findingId = idOf("f1");
export const measureId = idOf("a1");
const [eventId, decisionId, other] = [idOf("e1"), idOf("d1"), idOf("f2")];

const refOf = ({ record }: Named<Release>, note: ReleasedNote) => ({
  ...{ session: record.session, noteId: note.noteId, revision: note.revision },
});

export const fillThread = async (deps: AppDeps, desk: OpenBox): Promise<void> => {
  const known = must(await desk.records.readAll());
  if (ofKind(known, "measure/1").length > 0) return;
  const [round] = foldRounds(known);
  const releases = foldReleases(known).map(({ current }) => current);
  if (!round) throw new Error("no round");
  const { roundId } = round;
  const said = releases.flatMap((release) =>
    release.record.notes
      .filter(({ dimensions, text }) => dimensions.includes("S") && text.length < 160)
      .slice(0, 1)
      .map((note) => ({ release, note })),
  );
  const refs = said.map(({ release, note }) => refOf(release, note));
  const write = (drafts: readonly RecordDraft[]) => desk.writer.write(drafts).then(must);
  const written = await write([
    {
      ...{ kind: "finding/1", parents: [], findingId: findingId, roundId, themes: [] },
      statement: {
        fi: "Aseman alikulku kierretään iltaisin, koska se on pimeä.",
        sv: "Tunneln vid stationen undviks på kvällarna eftersom den är mörk.",
        en: "People avoid the station underpass in the evenings because it is dark.",
      },
      ...{ type: "concern", dimension: "S", subThemes: [] },
      ...{ supports: refs.slice(0, 4), opposes: refs.slice(4, 5) },
    },
    {
      ...{ kind: "finding/1", parents: [], findingId: other, roundId, themes: [], opposes: [] },
      statement: { fi: "Bussia odotetaan mieluummin yhdessä kuin yksin." },
      ...{ type: "proposal", dimension: "S", subThemes: [], supports: refs.slice(5, 7) },
    },
    {
      ...{ kind: "event/1", parents: [], eventId: eventId, roundId, programme: [] },
      ...{ name: { fi: "Päättäjätilaisuus 3.6." }, findings: [findingId, other] },
      ...{ script: {}, remarks: {}, invited: {}, attended: {} },
    },
    {
      ...{ kind: "decision/1", parents: [], decisionId: decisionId, roundId },
      ...{ eventId: eventId, findings: [findingId], unit: "Kadut ja puistot" },
      promise: { fi: "Alikulkuun tulee valot ennen syksyä." },
      dueOn: "2027-09-01",
    },
    {
      ...{ kind: "measure/1", parents: [], measureId: measureId, roundId, notes: [] },
      ...{ what: { fi: "Uusitaan alikulun valot ja maalataan seinät nuorten kanssa." } },
      ...{ objective: {}, assessment: {}, findings: [findingId] },
      ...{ decisions: [decisionId], unit: "Kadut ja puistot", dueOn: "2027-09-01" },
      ...{ status: "done", followUpOn: [] },
    },
    {
      ...{
        kind: "measure/1",
        parents: [],
        measureId: idOf("a2"),
        roundId,
        notes: refs.slice(7, 8),
      },
      ...{ what: { fi: "Siirretään pysäkki kioskin valoihin." }, objective: {}, assessment: {} },
      ...{ findings: [findingId, other], decisions: [], status: "under-way", followUpOn: [] },
    },
    {
      ...{ kind: "follow-up/1", parents: [], followUpId: idOf("b1"), roundId, notes: [] },
      ...{ measureId: measureId, type: "seen", on: "2027-08-20" },
      text: { fi: "Kaikki valaisimet palavat, ja seinillä on nuorten kuvat." },
    },
    {
      ...{ kind: "follow-up/1", parents: [], followUpId: idOf("b2"), roundId, notes: [] },
      ...{ measureId: measureId, type: "told", on: "2027-09-15" },
      text: { fi: "Lehtinen jaettiin asukasillassa ja koululla." },
    },
    ...refs.slice(0, 1).map(
      (note): RecordDraft => ({
        ...{ kind: "quote/1", parents: [], quoteId: idOf("90"), roundId, note, translation: {} },
        ...{ lang: said[0]?.note.lang ?? "fi", text: said[0]?.note.text ?? "" },
      }),
    ),
    {
      ...{ kind: "theme/1", parents: [], themeId: idOf("7e"), roundId, name: { fi: "Valaistus" } },
      notes: refs.slice(0, 3),
    },
  ]);
  // Each is looked at, so that it may be told outside.
  await write(
    written.flatMap(({ id, record }): readonly RecordDraft[] => {
      if (record.kind === "event/1" || record.kind === "theme/1") return [];
      const { box, author, stamp, salt, ...rest } = record;
      void [box, author, stamp, salt];
      return [{ ...rest, parents: [id], checked: id } as unknown as RecordDraft]; // Of the kinds that are checked.
    }),
  );
  const next = must(
    await createRound(deps, desk, {
      ...{ name: "Kevät 2028", languages: round.fields.languages },
      ...{ codebook: round.fields.codebook, guide: round.fields.guide },
      ...{ reviewRequired: false, allowResume: true },
    }),
  );
  const [model] = releases;
  if (!model) throw new Error("no release");
  const { box, author, stamp, salt, ...fields } = model.record;
  void [box, author, stamp, salt]; // Named so that they are left out: the desk's writer has its own.
  const answer = (number: number, text: string, lang: string): ReleasedNote => ({
    ...{ noteId: createEntityId(deps.env.random), text, lang, phase: toCarriedId(measureId) },
    revision: RecordId.parse(String(number).padStart(64, "0")),
    ...{ kinds: [], dimensions: ["S"], subThemes: [], topics: [], polarity: "strengthens" },
  });
  await write([
    {
      ...{
        ...fields,
        parents: [],
        roundId: next,
        title: "Asukasilta, pöytä 1",
        heldOn: "2028-04-12",
      },
      session: BoxId.parse("9c".repeat(16)),
      notes: [
        answer(1, "Alikulusta voi nyt kulkea illallakin.", "fi"),
        answer(2, "صار النفق مضاءً ولم أعد أخاف فيه مساءً.", "ar"),
      ],
    },
  ]);
};
