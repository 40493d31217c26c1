// The pack as one file for the meeting-room computer: style and script as they lie in the source, named by their digests.
import { toBase64, toUtf8 } from "../../../base/bytes.ts";
import pageStyle from "../../../report/event-page.css?raw";
import { type EventPageWords, toEventPage } from "../../../report/event-page.ts";
import printStyle from "../../../report/event-page-print.css?raw";
import pageScript from "../../../report/event-page-script.js?raw";
import slidesStyle from "../../../report/slides.css?raw";
import type { Environment } from "../../ports.ts";
import type { EventPack } from "./event-context.ts";
import type { EventWords } from "./event-words.ts";

const toPageWords = ({ t }: EventWords): EventPageWords => ({
  back: t("page.back"),
  next: t("page.next"),
  black: t("page.black"),
  full: t("page.full"),
  theme: t("page.theme"),
  typeHere: t("page.typeHere"),
  // The script fills these in; i18next would take them for its own.
  where: "{at}/{of}",
  title: t("page.title"),
  finding: t("page.finding"),
  noFinding: t("page.noFinding"),
  promise: t("commitment.promise"),
  unit: t("commitment.unit"),
  dueOn: t("commitment.dueOn"),
  firstFollowUpOn: t("commitment.firstFollowUpOn"),
  add: t("page.add"),
  keep: t("page.keep"),
  edit: t("page.edit"),
  remove: t("page.remove"),
  readAloud: t("page.readAloud"),
  isReadAloud: t("page.isReadAloud"),
  save: t("page.save"),
  none: t("page.none"),
  kept: t("page.kept"),
  notKept: t("page.notKept"),
  unsaved: t("page.unsaved"),
  saved: t("page.saved"),
  promiseNeeded: t("page.promiseNeeded"),
  tooLong: t("page.tooLong"),
  clear: t("page.clear"),
  keys: t("page.keys"),
  undo: t("page.undo"),
  removed: t("page.removed"),
  full200: t("page.listFull"),
});

// A browser reads CRLF as LF before it weighs the digest.
const style = `${slidesStyle}\n${pageStyle}\n${printStyle}`.replaceAll("\r\n", "\n");
const script = pageScript.replaceAll("\r\n", "\n");

export const makePackFile = async (
  { content, deck, words }: EventPack,
  digest: Environment["digest"],
): Promise<Uint8Array<ArrayBuffer>> => {
  const digestOf = async (text: string) => toBase64(await digest(toUtf8(text)));
  const parts = {
    ...{ style, script },
    styleDigest: await digestOf(style),
    scriptDigest: await digestOf(script),
  };
  return toUtf8(toEventPage(content, deck, toPageWords(words), parts));
};

export const packFileName = ({ content }: EventPack): string =>
  `kuuluu-event-${content.eventId.slice(0, 8)}-${content.lang}.html`;
