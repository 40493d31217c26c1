// A leaflet in each language of the round: printed, saved for Word, and then marked as told.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { listPublishableReceived } from "../../../analysis/publishable-received.ts";
import { attempt } from "../../../base/result.ts";
import { interfaceLanguage, writtenLanguage } from "../../../i18n/languages.ts";
import {
  faultOfAddress,
  type LeafletPage,
  listLeafletEntries,
  toLeaflet,
} from "../../../report/leaflet.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { Alert, Message } from "../../../ui/message.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import { useAnswer, WordsMissing } from "../paper-parts.tsx";
import { paperLanguage } from "../paper-words.ts";
import { loadPaperWords } from "./ask-words.ts";
import type { FollowUpProps } from "./follow-up-context.ts";
import { LeafletSheet } from "./leaflet-sheet.tsx";
import { toLeafletWords } from "./leaflet-words.ts";
import { ToldPart } from "./told-part.tsx";

const faultKeys = {
  "address-form": "leaflets.addressForm",
  "address-insecure": "leaflets.addressInsecure",
  "address-tracks": "leaflets.addressTracks",
} as const;

export const LeafletsScreen = (props: FollowUpProps) => {
  const t = useT("followUp");
  const texts = useTexts();
  const { records, reading, state } = props;
  const { round } = reading;
  const spoken = [
    ...new Set([
      ...(round?.fields.languages ?? []),
      ...reading.releases.flatMap(({ record }) => record.languages),
      ...(round ? listPublishableReceived(records, round.roundId) : []).flatMap(
        ({ origin }) => origin.languages,
      ),
    ]),
  ];
  const screen = texts.spoken("followUp").code;
  const chosen = useSignal<string | undefined>(undefined);
  const lang = chosen.value ?? spoken.find((code) => code === screen) ?? spoken[0] ?? screen;
  const typed = useSignal("");
  const code = paperLanguage(lang) ?? screen;
  const words = useAnswer(
    () =>
      attempt(
        () => loadPaperWords(code),
        () => ({ type: "language-missing" as const }),
      ),
    [code],
  );
  const entries = useMemo(
    () => (round ? listLeafletEntries(records, round.roundId) : []),
    [records, round],
  );
  const fault = typed.value.trim() === "" ? undefined : faultOfAddress(typed.value);
  const url = fault === undefined && typed.value.trim() !== "" ? typed.value.trim() : undefined;
  if (!round) return null;
  const about = {
    ...{ lang, mainLang: state.runs?.languages[0] ?? "fi" },
    ...{ desk: round.fields.deskName, round: round.fields.name },
    ...(url === undefined ? {} : { url }),
  };
  // The answer of another language stands until this one's has come.
  const isHere = words?.ok === true && words.value.code === code;
  const page =
    words?.ok && isHere
      ? toLeaflet(entries, about, toLeafletWords(code, words.value.t, words.value.format))
      : undefined;
  return (
    <>
      <div class="screen-only stack form">
        <SelectField
          label={t("leaflets.language")}
          value={lang}
          options={spoken.map((each) => ({
            ...{ value: each, label: writtenLanguage(each).endonym, lang: each },
          }))}
          onChange={(next) => {
            chosen.value = next;
          }}
        />
        <TextField
          label={t("leaflets.address")}
          hint={t("leaflets.addressHint")}
          error={fault && t(faultKeys[fault])}
          optional
          lang="en"
          value={typed.value}
          maxLength={200}
          onInput={(next) => {
            typed.value = next;
          }}
        />
        {page && <Gaps page={page} total={entries.length} lang={lang} code={code} />}
        {page && <Actions {...props} page={page} />}
      </div>
      {words?.ok !== false && !isHere && <Busy />}
      {words && !words.ok && <WordsMissing />}
      {page && (
        <LeafletSheet
          page={page}
          label={t("leaflets.sheet", { language: writtenLanguage(lang).endonym })}
          qrLabel={t("leaflets.qr")}
        />
      )}
      {page && <ToldPart {...props} page={page} lang={lang} />}
    </>
  );
};

/** What is not on the page and why, and the way to mend it. */
const Gaps = (props: {
  readonly page: LeafletPage;
  readonly total: number;
  readonly lang: string;
  readonly code: Parameters<typeof interfaceLanguage>[0];
}) => {
  const t = useT("followUp");
  const { page, total, lang, code } = props;
  const language = writtenLanguage(lang).endonym;
  return (
    <>
      {total === 0 && (
        <Message kind="warning">
          <p>{t("leaflets.nothing")}</p>
        </Message>
      )}
      {page.missing > 0 && (
        <Message
          kind="warning"
          title={t("leaflets.missing", { count: page.missing, language })}
          actions={<LinkButton href="#/desk/exports">{t("leaflets.toSheet")}</LinkButton>}
        >
          <p>{t("leaflets.missingBody")}</p>
        </Message>
      )}
      {paperLanguage(lang) === undefined ? (
        <Message kind="warning">
          <p>{t("leaflets.wordless", { language, words: writtenLanguage(code).endonym })}</p>
        </Message>
      ) : (
        interfaceLanguage(code).draft && (
          <Message>
            <p>{t("leaflets.draft", { language })}</p>
          </Message>
        )
      )}
    </>
  );
};

const Actions = ({ page, reading, today }: FollowUpProps & { readonly page: LeafletPage }) => {
  const t = useT("followUp");
  const errors = useT("errors");
  const isMaking = useSignal(false);
  const failed = useSignal(false);
  const save = async () => {
    isMaking.value = true;
    const made = await attempt(
      async () => (await import("../../../report/leaflet-docx.ts")).toLeafletDocx(page),
      () => ({ type: "part-missing" as const }), // Offline before the app was kept whole.
    );
    isMaking.value = false;
    failed.value = !made.ok;
    if (!made.ok) return;
    const round = reading.round?.roundId.slice(0, 8) ?? "";
    await saveFile(fileHost(), `kuuluu-${round}-${page.lang}-${today}.docx`, made.value);
  };
  return (
    <>
      {failed.value && (
        <Alert>
          <p>{errors("part-missing")}</p>
        </Alert>
      )}
      <div class="actions">
        <Button kind="primary" onClick={() => window.print()}>
          {t("leaflets.print")}
        </Button>
        <Button busy={isMaking.value && t("leaflets.making")} onClick={() => void save()}>
          {t("leaflets.docx")}
        </Button>
      </div>
    </>
  );
};
