// A round as a REFI-QDA 1.5 project, `.qdpx`: for researchers who go on in a program of their own. It holds the notes as
// they were written, so it is never for publishing. The order of the elements is the schema's.
import type { Bytes } from "../base/bytes.ts";
import type { FindingView } from "../domain/findings.ts";
import { codesMarkup, createCodeGuids, toCodes } from "./refi-codes.ts";
import {
  listThemes,
  selectionGuid,
  sourceGuid,
  toRefiSource,
  toRefiText,
  userGuid,
  variableGuid,
  variableNames,
  variablesOf,
} from "./refi-sources.ts";
import { type RefiLosses, type RefiWords, refiGuid } from "./refi-words.ts";
import { inLanguage, type RoundContent } from "./round-content.ts";
import { element, type Markup, textElement } from "./xml.ts";
import { makeZip } from "./zip-writing.ts";

/**
 * How the text files end their lines. `crlf` is for MAXQDA, which reads Windows files: only the bytes of the texts change.
 * Every position counts a line end as one, so a reader that takes CRLF for one line end cuts out the same notes.
 */
export type LineEnds = "lf" | "crlf";

export type RefiProject = { readonly bytes: Bytes; readonly losses: RefiLosses };

/** A container without a child is an error in the schema. */
const container = (name: string, children: readonly Markup[]): Markup =>
  children.length === 0 ? "" : element(name, {}, ...children);

const types = { heldOn: "Date", reviewed: "Boolean" } as const;
const typeOf = (name: string): string =>
  name === "heldOn" || name === "reviewed" ? types[name] : "Text";

const lossNames = ["heldBack", "rivals", "empty", "characters"] as const;
const toLossLines = (losses: RefiLosses, { leftOut }: RefiWords): readonly string[] =>
  lossNames.filter((name) => losses[name] > 0).map((name) => `${leftOut[name]}: ${losses[name]}`);

const findingGuid = ({ findingId }: FindingView): string => refiGuid("finding", findingId);

export const toRefiProject = (
  content: RoundContent,
  words: RefiWords,
  madeAt: string,
  ends: LineEnds = "lf",
): RefiProject => {
  const { round, releases } = content;
  const codes = toCodes(content, words);
  const themes = listThemes(content);
  const guidOfCode = createCodeGuids(round.fields.codebook);
  const sources = releases.map((release) => toRefiSource(release, themes, guidOfCode, words));
  const here = new Set(sources.flatMap(({ selections }) => selections));
  const sum = (of: (source: (typeof sources)[number]) => number) =>
    sources.reduce((total, source) => total + of(source), 0);
  const losses: RefiLosses = {
    characters: sum(({ strippedCharacters }) => strippedCharacters),
    empty: sum(({ emptyNotes }) => emptyNotes),
    rivals: content.rivals,
    heldBack: releases.reduce((total, { record }) => total + record.counts.heldBack, 0),
  };
  const roles = [...new Set(releases.map(({ record }) => record.author.role))].toSorted();
  const users = [...new Set([...roles, "coordinator" as const])].toSorted();
  const variables = variableNames.map((name) =>
    element("Variable", {
      guid: variableGuid(name),
      name: words.variables[name],
      typeOfVariable: typeOf(name),
    }),
  );
  const cases = releases.map((release) =>
    element(
      "Case",
      { guid: refiGuid("case", release.record.session), name: release.record.title },
      variablesOf(release, words),
      element("SourceRef", { targetGUID: sourceGuid(release.record.session) }),
    ),
  );
  const findings = content.findings.map((finding) => toFindingNote(finding, content, words));
  const set = element(
    "Set",
    { guid: refiGuid("round", round.roundId), name: round.fields.name },
    ...sources.map(({ guid }) => element("MemberSource", { targetGUID: guid })),
  );
  const description = [words.mark, ...toLossLines(losses, words)].join("\n");
  const project = element(
    "Project",
    {
      xmlns: "urn:QDA-XML:project:1.0",
      name: round.fields.name,
      origin: "Kuuluu",
      creatingUserGUID: userGuid("coordinator"),
      creationDateTime: madeAt,
    },
    container(
      "Users",
      users.map((role) => element("User", { guid: userGuid(role), name: words.roles[role] })),
    ),
    element("CodeBook", {}, codesMarkup(codes)),
    container("Variables", variables),
    container("Cases", cases),
    container(
      "Sources",
      sources.map(({ source }) => source),
    ),
    container("Notes", [...sources.flatMap(({ notes }) => notes), ...findings]),
    container(
      "Links",
      content.findings.flatMap((finding) => toLinks(finding, here, words)),
    ),
    container("Sets", [set]),
    textElement("Description", description),
  );
  const bytes = makeZip([
    ["project.qde", `<?xml version="1.0" encoding="UTF-8"?>\n${project}\n`],
    ...sources.map(({ path, text }) => [`sources/${path}`, withEnds(text, ends)] as const),
  ]);
  return { bytes, losses };
};

const withEnds = (text: string, ends: LineEnds): string =>
  ends === "crlf" ? text.replaceAll("\n", "\r\n") : text;

const toFindingNote = (finding: FindingView, content: RoundContent, words: RefiWords): Markup => {
  const { statement } = finding.fields;
  const said = inLanguage(statement, words.lang, content.round.fields.languages);
  return element(
    "Note",
    {
      guid: findingGuid(finding),
      name: words.finding,
      creatingUser: userGuid("coordinator"),
      creationDateTime: finding.heads[0]?.record.stamp.slice(0, 24),
    },
    textElement("PlainTextContent", toRefiText(said)),
  );
};

/** Only to notes that are in the file: `here` holds the GUIDs of their selections. */
const toLinks = (
  finding: FindingView,
  here: ReadonlySet<string>,
  words: RefiWords,
): readonly Markup[] => {
  const link = (name: string, kind: string, refs: FindingView["fields"]["supports"]) => {
    const targets = new Set(refs.map(({ session, noteId }) => selectionGuid(session, noteId)));
    return [...targets]
      .filter((guid) => here.has(guid))
      .map((targetGUID) => {
        const guid = refiGuid("link", finding.findingId, kind, targetGUID);
        const originGUID = findingGuid(finding);
        return element("Link", { guid, name, direction: "OneWay", originGUID, targetGUID });
      });
  };
  return [
    ...link(words.supports, "supports", finding.fields.supports),
    ...link(words.opposes, "opposes", finding.fields.opposes),
  ];
};
